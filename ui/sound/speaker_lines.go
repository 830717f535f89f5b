package sound

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"sync"
	"time"
)

// dialect is how a speaker that stays is told what to do. It reads lines.
type dialect struct {
	answers bool          // it writes a line when it is ready, and one at the end of each phrase
	start   time.Duration // how long it may take to be ready
	say     func(text string, percent int) string
	hush    string
}

// lineMouth keeps one process for all phrases.
type lineMouth struct {
	speaker Speaker

	mu     sync.Mutex
	now    *lineProcess
	closed bool
}

// warm starts the process, so that it is ready when the first phrase comes.
func (m *lineMouth) warm() { _, _ = m.process() } // the next phrase will tell

// process is the one that runs, or a new one.
func (m *lineMouth) process() (*lineProcess, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return nil, errOurs
	}
	if m.now == nil {
		p, err := startLines(m.speaker)
		if err != nil {
			return nil, err
		}
		m.now = p
	}
	return m.now, nil
}

// replace starts another process for the next phrase, and tells why p is gone.
func (m *lineMouth) replace(p *lineProcess) error {
	<-p.gone
	m.mu.Lock()
	m.now = nil
	m.mu.Unlock()
	m.warm()
	return p.err
}

func (m *lineMouth) speak(ctx context.Context, text string, volume int) error {
	p, err := m.process()
	if err != nil {
		return err
	}
	how := m.speaker.lines
	select {
	case <-p.gone:
		return m.replace(p)
	case <-p.ready:
	default:
		if how.answers {
			return errOurs // it would speak late
		}
	}
	p.write(how.say(text, volume))
	select {
	case <-p.gone:
		return m.replace(p)
	case <-p.over:
		return nil
	case <-ctx.Done():
	}
	p.write(how.hush)
	if !how.answers {
		return nil // whether it had spoken to the end, nobody knows
	}
	late := time.AfterFunc(time.Second, func() { p.kill(errMute) })
	defer late.Stop()
	select {
	case <-p.gone:
		return m.replace(p)
	case <-p.over:
		return context.Cause(ctx)
	}
}

func (m *lineMouth) close() {
	m.mu.Lock()
	m.closed = true
	p := m.now
	m.mu.Unlock()
	if p == nil {
		return
	}
	late := time.AfterFunc(2*farewell, func() { p.kill(errOurs) })
	defer late.Stop()
	p.write(m.speaker.lines.hush)
	_ = p.in.Close() // the end of its input is the end of the speaker
	<-p.gone
}

var (
	errMute = errors.New("doesn't answer")
	errGone = errors.New("ended by itself")
)

// lineProcess is a speaker that runs. Its channels are closed once and for all, but
// for over.
type lineProcess struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	ready chan struct{} // it has written its first line
	over  chan struct{} // it has written another: a phrase is over
	gone  chan struct{} // it has ended
	err   error         // why, once it is gone
	lines int

	mu     sync.Mutex
	reason error // why it was killed
}

func startLines(s Speaker) (*lineProcess, error) {
	p := &lineProcess{
		cmd:   exec.Command(s.path, s.args...),
		ready: make(chan struct{}),
		over:  make(chan struct{}, 1),
		gone:  make(chan struct{}),
	}
	said := &firstLine{}
	p.cmd.Stdout, p.cmd.Stderr = p, said
	p.cmd.WaitDelay = farewell
	ownGroup(p.cmd)
	in, err := p.cmd.StdinPipe()
	if err == nil {
		p.in = in
		err = p.cmd.Start()
	}
	if err != nil {
		return nil, s.fault(err, said)
	}
	late := time.AfterFunc(s.lines.start, func() {
		if s.lines.answers && !p.isReady() {
			p.kill(errMute)
		}
	})
	go func() {
		defer late.Stop()
		err := p.cmd.Wait()
		killGroup(p.cmd.Process)
		p.mu.Lock()
		defer p.mu.Unlock()
		switch {
		case p.reason != nil:
			err = p.reason
		case err == nil:
			err = errGone
		}
		p.err = s.fault(err, said)
		close(p.gone)
	}()
	return p, nil
}

// Write is given what the process writes.
func (p *lineProcess) Write(b []byte) (int, error) {
	for range bytes.Count(b, []byte("\n")) {
		if p.lines++; p.lines == 1 {
			close(p.ready)
			continue
		}
		select {
		case p.over <- struct{}{}:
		default:
		}
	}
	return len(b), nil
}

func (p *lineProcess) isReady() bool {
	select {
	case <-p.ready:
		return true
	default:
		return false
	}
}

// write tells the process something. One that doesn't read any more ends, or is
// ended, and that tells more than the error here.
func (p *lineProcess) write(lines string) { _, _ = io.WriteString(p.in, lines) }

// kill ends the process where it doesn't end by itself.
func (p *lineProcess) kill(reason error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.gone:
		return
	default:
	}
	if p.reason == nil {
		p.reason = reason
	}
	killGroup(p.cmd.Process)
}
