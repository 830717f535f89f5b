package sound

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// farewell is how long a speaker has to end by itself, once told.
const farewell = 100 * time.Millisecond

// errNothing is the fault of a speaker that calls it a success. espeak-ng does where
// there is no sound device, 15 ms after its start.
var errNothing = errors.New("made no sound")

// onceMouth starts its speaker for each phrase.
type onceMouth struct{ speaker Speaker }

func (m onceMouth) speak(ctx context.Context, text string, volume int) error {
	s := m.speaker
	args := s.args
	if s.volume != nil {
		args = append(s.volume(volume), args...)
	}
	input := text
	if s.input != nil {
		input = s.input(text, volume)
	}
	cmd := exec.CommandContext(ctx, s.path, args...)
	cmd.Stdin = strings.NewReader(input + "\n")
	said := &firstLine{}
	cmd.Stderr = said
	ownGroup(cmd)
	cmd.Cancel = func() error { return endGroup(cmd.Process) }
	// From the cancel on, or from the end of the speaker where something that it
	// left behind holds its standard error.
	cmd.WaitDelay = farewell
	began := time.Now()
	err := cmd.Start()
	if err == nil {
		err = cmd.Wait()
		killGroup(cmd.Process)
	}
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		return s.fault(err, said)
	case s.lasts && time.Since(began) < Length(text)/4:
		return s.fault(errNothing, said)
	}
	return nil
}

// close has nothing to do: the end of a phrase is the end of its speaker.
func (onceMouth) close() {}

// fault says what the speaker did, and what it said itself about that.
func (s Speaker) fault(err error, said *firstLine) error {
	if line := said.text(); line != "" {
		return fmt.Errorf("%s: %w: %s", s.Name, err, line)
	}
	return fmt.Errorf("%s: %w", s.Name, err)
}

// firstLine keeps the first line that isn't empty, and drops what follows, however
// much it is. It is read when writing has ended.
type firstLine struct {
	line []byte
	full bool
}

func (f *firstLine) Write(p []byte) (int, error) {
	for _, b := range p {
		if f.full {
			break
		}
		switch b {
		case '\n', '\r':
			f.full = len(f.line) > 0
		default:
			f.line = append(f.line, b)
			f.full = len(f.line) >= 400
		}
	}
	return len(p), nil
}

// text is the line as a message may show it, at most 80 characters.
func (f *firstLine) text() string {
	runes := []rune(oneLine(string(f.line)))
	return string(runes[:min(len(runes), 80)])
}
