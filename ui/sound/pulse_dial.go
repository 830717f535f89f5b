//go:build !darwin && !windows

package sound

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/jfreymuth/pulse/proto"
	"golang.org/x/sys/unix"
)

// answers is how long the sound server has for an answer.
const answers = 2 * time.Second

// appName is what the server shows beside the volume of the program.
const appName = "uncramp"

// link is a socket of this machine as the protocol's package can bear it: that one
// notices nothing but the end of the data, and comes apart when a write goes wrong.
type link struct{ file *os.File }

// Read reads what has come; whatever goes wrong is the end.
func (l link) Read(b []byte) (int, error) {
	n, err := l.file.Read(b)
	if err != nil {
		return n, io.EOF
	}
	return n, nil
}

// Write writes all of b, or hangs up when the server takes no more for a while. It is
// Read that says so.
func (l link) Write(b []byte) (int, error) {
	_ = l.file.SetWriteDeadline(time.Now().Add(answers))
	if _, err := l.file.Write(b); err != nil {
		_ = l.file.Close()
	}
	return len(b), nil
}

// dial connects to a socket. One that a server listens to answers at once.
func dial(path string) (link, error) {
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err != nil {
		return link{}, fmt.Errorf("opening a socket: %w", err)
	}
	unix.CloseOnExec(fd)
	// Not to block is also what lets a read end when the file is closed.
	err = unix.SetNonblock(fd, true)
	if err == nil {
		err = unix.Connect(fd, &unix.SockaddrUnix{Name: path})
	}
	if err != nil {
		_ = unix.Close(fd)
		return link{}, fmt.Errorf("connecting to %s: %w", path, err)
	}
	return link{os.NewFile(uintptr(fd), path)}, nil
}

// errElsewhere is about a PULSE_SERVER that names another machine.
var errElsewhere = errors.New("only a sound server of this machine is used")

// sockets lists where a server may listen, the likeliest first. PULSE_SERVER leaves
// nothing but what it names.
func sockets(env func(string) string, host string) ([]string, error) {
	named := strings.Fields(env("PULSE_SERVER"))
	if len(named) == 0 {
		return usual(env), nil
	}
	var list []string
	for _, name := range named {
		if on, rest, ok := strings.Cut(strings.TrimPrefix(name, "{"), "}"); ok {
			if on != host {
				continue
			}
			name = rest
		}
		if name = strings.TrimPrefix(name, "unix:"); filepath.IsAbs(name) {
			list = append(list, name)
		}
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("PULSE_SERVER=%s: %w", strings.Join(named, " "), errElsewhere)
	}
	return list, nil
}

// usual is where PulseAudio and PipeWire listen for a person who set nothing.
func usual(env func(string) string) []string {
	var list []string
	if dir := env("PULSE_RUNTIME_PATH"); dir != "" {
		list = append(list, filepath.Join(dir, "native"))
	}
	own := "/run/user/" + strconv.Itoa(os.Getuid())
	if dir := env("XDG_RUNTIME_DIR"); dir != "" {
		own = dir
	}
	return append(list, filepath.Join(own, "pulse", "native"), "/var/run/pulse/native")
}

// cookie is what a server knows its own people by. Many ask for none, and take any of
// the right length.
func cookie(env func(string) string) []byte {
	home := env("HOME")
	for _, path := range []string{
		env("PULSE_COOKIE"), filepath.Join(home, ".config", "pulse", "cookie"), filepath.Join(home, ".pulse-cookie"),
	} {
		if b, err := os.ReadFile(path); err == nil && len(b) == 256 {
			return b
		}
	}
	return make([]byte, 256)
}

// connect greets the first server that answers, within the limit of ctx. What comes
// from it without being asked for goes to told, on a goroutine that told must not block.
func connect(ctx context.Context, told func(any)) (*proto.Client, link, error) {
	host, _ := os.Hostname() // without a name none that is bound to one is ours
	paths, err := sockets(os.Getenv, host)
	if err != nil {
		return nil, link{}, err
	}
	var errs []error
	for _, path := range paths {
		l, err := dial(path)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		c, err := greet(ctx, l, told)
		if err == nil {
			return c, l, nil
		}
		_ = l.file.Close()
		if ctx.Err() != nil {
			err = ctx.Err() // that the socket was closed then only follows from it
		}
		errs = append(errs, fmt.Errorf("greeting %s: %w", path, err))
	}
	return nil, link{}, fmt.Errorf("no sound server answers: %w", errors.Join(errs...))
}

// greet says who we are. The socket is closed when ctx ends before that is done.
func greet(ctx context.Context, l link, told func(any)) (*proto.Client, error) {
	stop := context.AfterFunc(ctx, func() { _ = l.file.Close() })
	defer stop()
	c := &proto.Client{Callback: told} // before Open, which starts to read
	c.SetTimeout(answers)
	c.Open(l)
	var auth proto.AuthReply
	err := c.Request(&proto.Auth{Version: c.Version(), Cookie: cookie(os.Getenv)}, &auth)
	if err != nil {
		return nil, err
	}
	c.SetVersion(auth.Version)
	err = c.Request(&proto.SetClientName{Props: proto.PropList{
		"application.name":       proto.PropListString(appName),
		"application.process.id": proto.PropListString(strconv.Itoa(os.Getpid())),
	}}, &proto.SetClientNameReply{})
	if err != nil {
		return nil, err
	}
	return c, nil
}
