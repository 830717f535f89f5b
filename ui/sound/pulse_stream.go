//go:build !darwin && !windows

package sound

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

const (
	sampleBytes = 2 // of a sample: 16 bits, little end first

	// The server is asked to hold little between its queue and the ear, and to begin as
	// soon as there is something in its queue. What we send ahead of that stays in the
	// queue, which takes all we ever send.
	queueGoal = rate * sampleBytes * 80 / 1000
	queuePart = rate * sampleBytes * 20 / 1000
	queueMax  = 2 * rate * sampleBytes
)

// errLost is about a server that has gone, or has thrown us out.
var errLost = errors.New("the sound server has gone")

// news is what the server tells without being asked.
type news struct {
	target atomic.Int64  // bytes that it wants in its queue, or it may run dry
	shaken atomic.Bool   // the stream stood still, or moved to another device
	wake   chan struct{} // there is news
	lost   chan struct{} // closed: there will be no more
	over   atomic.Bool
}

func newNews() *news {
	return &news{wake: make(chan struct{}, 1), lost: make(chan struct{})}
}

// told takes in a message of the server. There is only one stream, so it is about ours.
// That it asks for samples is not news: the player knows when they run short.
func (n *news) told(msg any) {
	switch msg := msg.(type) {
	case *proto.Underflow, *proto.PlaybackStreamSuspended:
		n.shaken.Store(true)
	case *proto.PlaybackStreamMoved:
		n.target.Store(int64(msg.BufferTargetLength))
		n.shaken.Store(true)
	case *proto.PlaybackBufferAttrChanged:
		n.target.Store(int64(msg.BufferTargetLength))
	case *proto.PlaybackStreamKilled, *proto.ConnectionClosed:
		if !n.over.Swap(true) {
			close(n.lost)
		}
		return
	default:
		return
	}
	n.nudge()
}

// nudge wakes whoever waits for news.
func (n *news) nudge() {
	select {
	case n.wake <- struct{}{}:
	default:
	}
}

// server is a stream that a sound server plays.
type server struct {
	*news
	c  *proto.Client
	l  link
	id uint32
}

// newServer opens a stream, which doesn't run yet.
func newServer() (*server, error) {
	ctx, cancel := context.WithTimeout(context.Background(), answers)
	defer cancel()
	n := newNews()
	c, l, err := connect(ctx, n.told)
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = l.file.Close() })
	defer stop()
	var made proto.CreatePlaybackStreamReply
	err = c.Request(&proto.CreatePlaybackStream{
		SampleSpec:            proto.SampleSpec{Format: proto.FormatInt16LE, Channels: 1, Rate: rate},
		ChannelMap:            proto.ChannelMap{proto.ChannelMono},
		SinkIndex:             proto.Undefined,
		BufferMaxLength:       queueMax,
		Corked:                true,
		BufferTargetLength:    queueGoal,
		BufferPrebufferLength: queuePart,
		BufferMinimumRequest:  queuePart,
		ChannelVolumes:        proto.ChannelVolumes{0x10000},
		AdjustLatency:         true, // the target counts what waits in the device too
		Properties:            proto.PropList{"media.name": proto.PropListString("tones")},
	}, &made)
	if err != nil {
		_ = l.file.Close()
		return nil, fmt.Errorf("opening a stream: %w", err)
	}
	n.target.Store(int64(made.BufferTargetLength))
	return &server{news: n, c: c, l: l, id: made.StreamIndex}, nil
}

// signals are the news of the stream.
func (s *server) signals() *news { return s.news }

// start has the stream run. Nothing is heard before there is something in its queue.
func (s *server) start() error {
	err := s.c.Request(&proto.CorkPlaybackStream{StreamIndex: s.id, Corked: false}, nil)
	if err != nil {
		return fmt.Errorf("starting the stream: %w", err)
	}
	return nil
}

// stop has it stand still.
func (s *server) stop() error {
	err := s.c.Request(&proto.CorkPlaybackStream{StreamIndex: s.id, Corked: true}, nil)
	if err != nil {
		return fmt.Errorf("stopping the stream: %w", err)
	}
	return nil
}

// drop drops what is in its queue and gives the number of the next sample.
func (s *server) drop() (int64, error) {
	err := s.c.Request(&proto.FlushPlaybackStream{StreamIndex: s.id}, nil)
	if err != nil {
		return 0, fmt.Errorf("emptying the stream: %w", err)
	}
	r, _, err := s.ask()
	return r.WriteIndex / sampleBytes, err
}

// place says when the sample that the device takes next is heard.
func (s *server) place() (spot, error) {
	r, when, err := s.ask()
	delay := time.Duration(r.Latency) * time.Microsecond
	return spot{
		index:   r.ReadIndex / sampleBytes,
		heard:   when.Add(delay),
		delay:   delay,
		running: r.Running,
	}, err
}

// ask asks where the stream is, and says for which instant the answer holds. The server
// tells by its wall clock, which is ours, so that an answer that came late isn't taken
// for one of now; told by another clock, it is the middle of the time it took.
func (s *server) ask() (r proto.GetPlaybackLatencyReply, when time.Time, err error) {
	asked := time.Now()
	err = s.c.Request(&proto.GetPlaybackLatency{StreamIndex: s.id, Time: stamp(asked)}, &r)
	now := time.Now()
	if err != nil {
		return proto.GetPlaybackLatencyReply{}, now, fmt.Errorf("asking for the delay: %w", err)
	}
	return r, now.Add(-age(r.ReplyTime, asked, now)), nil
}

// stamp is an instant as the protocol writes it.
func stamp(t time.Time) proto.Time {
	return proto.Time{Seconds: uint32(t.Unix()), Microseconds: uint32(t.Nanosecond() / 1000)}
}

// age is how old an answer is that was stamped between two instants.
func age(stamped proto.Time, asked, now time.Time) time.Duration {
	at := time.Unix(int64(stamped.Seconds), int64(stamped.Microseconds)*1000)
	took, age := now.Sub(asked), now.Round(0).Sub(at)
	if age < 0 || age > took+time.Microsecond {
		return took / 2
	}
	return age
}

// send adds samples to the stream's queue.
func (s *server) send(b []byte) error {
	if err := s.c.Send(s.id, b); err != nil {
		return fmt.Errorf("sending samples: %w", err)
	}
	return nil
}

// hangUp ends the stream at once: the server drops what belongs to a closed socket.
func (s *server) hangUp() { _ = s.l.file.Close() }
