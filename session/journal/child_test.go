package journal

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// childWork is the variable that makes this binary another program: "append DIR NAME
// COUNT" or "claim DIR".
const childWork = "UNCRAMP_JOURNAL_CHILD"

// child is what the other program does. It waits for a line before it begins, and ends
// when nobody can write to it any more.
func child(what string) error {
	in := bufio.NewReader(os.Stdin)
	if _, err := in.ReadString('\n'); err != nil {
		return err
	}
	var verb, dir, name string
	var count int
	if _, err := fmt.Sscan(what, &verb, &dir, &name, &count); err != nil {
		return err
	}
	j, err := Open(dir)
	if err != nil {
		return err
	}
	j.wait = time.Minute // ten that write all the time are no real programs, and the disk may be slow
	if verb == "append" {
		return childAppends(j, name, count)
	}
	own, left, problems := j.Claim()
	if err := errors.Join(problems...); err != nil {
		return err
	}
	for _, l := range left {
		fmt.Fprintf(os.Stderr, "left %d %s\n", l.Slot.n, l.Checkpoint.ID)
	}
	if err := own.Save(oneCheckpoint(name)); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "own %d\n", own.n)
	_, err = in.ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return err
}

func childAppends(j *Journal, name string, count int) error {
	for i := range count {
		if err := j.Append(oneRecord(name + "-" + strconv.Itoa(i))); err != nil {
			return err
		}
	}
	return nil
}

// program is another program that runs.
type program struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

// start starts another program; it waits until it's told to go.
func start(t *testing.T, verb, dir, name string, count int) *program {
	t.Helper()
	if strings.Contains(dir, " ") {
		t.Fatalf("%q: a folder with a space", dir)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^$") //nolint:noctx // it ends with its input
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %s %d", childWork, verb, dir, name, count))
	in, err := cmd.StdinPipe()
	ok(t, err)
	out, err := cmd.StderrPipe()
	ok(t, err)
	ok(t, cmd.Start())
	p := &program{Cmd: cmd, in: in, out: bufio.NewScanner(out)}
	t.Cleanup(func() { _ = p.in.Close() })
	return p
}

// goes lets the program begin.
func (p *program) goes(t *testing.T) {
	t.Helper()
	_, err := io.WriteString(p.in, "\n")
	ok(t, err)
}

// line is the next line that the program says.
func (p *program) line(t *testing.T) string {
	t.Helper()
	if !p.out.Scan() {
		t.Fatalf("it said nothing more: %v", p.out.Err())
	}
	return p.out.Text()
}

// ends waits until the program has ended by itself, well.
func (p *program) ends(t *testing.T) {
	t.Helper()
	_ = p.in.Close()
	for p.out.Scan() {
		t.Error(p.out.Text())
	}
	ok(t, p.Wait())
}

// dies kills the program as a crash would.
func (p *program) dies(t *testing.T) {
	t.Helper()
	ok(t, p.Process.Kill())
	if err := p.Wait(); err == nil {
		t.Error("it ended well, though it was killed")
	}
}
