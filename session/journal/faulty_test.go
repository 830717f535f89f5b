package journal

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// fault is one way in which an operation goes wrong.
type fault struct {
	name  string
	err   error
	short bool // a write gets half-way first
	dead  bool // and nothing is done any more after it: the process ended there
}

var (
	errFull = syscall.ENOSPC
	errIO   = syscall.EIO
	errNo   = syscall.EACCES
	errDead = errors.New("the process has ended")
)

// faults are what the operations of a disk may say. Death comes in two ways: before an
// operation, and in the middle of a write.
var faults = []fault{
	{name: "full", err: errFull},
	{name: "full half-way", err: errFull, short: true},
	{name: "broken", err: errIO},
	{name: "broken half-way", err: errIO, short: true},
	{name: "not allowed", err: errNo},
	{name: "short without a word", short: true},
	{name: "killed", err: errDead, dead: true},
	{name: "killed half-way", err: errDead, short: true, dead: true},
}

// faulty is the disk of the machine, of which one operation goes wrong.
type faulty struct {
	system
	fault fault
	at    int // which operation, from 1; 0 = none

	mu    sync.Mutex
	ops   []string // what was done
	dead  bool
	locks []lock // as taken from the machine
	files []file
}

// op counts an operation and says whether it goes wrong.
func (d *faulty) op(name string) (short bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.ops = append(d.ops, name)
	switch {
	case d.dead:
		return false, errDead
	case len(d.ops) != d.at:
		return false, nil
	}
	d.dead = d.fault.dead
	writes := strings.HasPrefix(name, "write")
	if d.fault.err == nil && !writes {
		return false, errIO // only a write can be short
	}
	return d.fault.short && writes, d.fault.err
}

// ends lets go of everything, as the end of a process does.
func (d *faulty) ends() {
	for _, l := range d.locks {
		_ = l.Unlock()
	}
	for _, f := range d.files {
		_ = f.Close()
	}
}

// did says whether an operation was met.
func (d *faulty) did(name string) bool { return slices.Contains(d.ops, name) }

func (d *faulty) mkdir(dir string) error {
	if _, err := d.op("mkdir"); err != nil {
		return err
	}
	return d.system.mkdir(dir)
}

func (d *faulty) narrow(dir string) error {
	if _, err := d.op("narrow"); err != nil {
		return err
	}
	return d.system.narrow(dir)
}

func (d *faulty) stat(path string) (fs.FileInfo, error) {
	if _, err := d.op("stat"); err != nil {
		return nil, err
	}
	return d.system.stat(path)
}

func (d *faulty) lstat(path string) (fs.FileInfo, error) {
	if _, err := d.op("lstat"); err != nil {
		return nil, err
	}
	return d.system.lstat(path)
}

func (d *faulty) resolve(path string) (string, error) {
	if _, err := d.op("resolve"); err != nil {
		return "", err
	}
	return d.system.resolve(path)
}

func (d *faulty) list(dir string) ([]string, error) {
	if _, err := d.op("list"); err != nil {
		return nil, err
	}
	return d.system.list(dir)
}

func (d *faulty) open(path string) (file, error) {
	return d.opened("open", func() (file, error) { return d.system.open(path) })
}

func (d *faulty) edit(path string) (file, error) {
	return d.opened("edit", func() (file, error) { return d.system.edit(path) })
}

func (d *faulty) temp(dir, pattern string) (file, error) {
	return d.opened("temp", func() (file, error) { return d.system.temp(dir, pattern) })
}

func (d *faulty) opened(name string, open func() (file, error)) (file, error) {
	if _, err := d.op(name); err != nil {
		return nil, err
	}
	f, err := open()
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.files = append(d.files, f)
	return &faultyFile{f, d}, nil
}

func (d *faulty) rename(from, to string) error {
	if _, err := d.op("rename"); err != nil {
		return err
	}
	return d.system.rename(from, to)
}

func (d *faulty) remove(path string) error {
	if _, err := d.op("remove"); err != nil {
		return err
	}
	return d.system.remove(path)
}

func (d *faulty) syncFolder(dir string) error {
	if _, err := d.op("sync folder"); err != nil {
		return err
	}
	return d.system.syncFolder(dir)
}

func (d *faulty) lock(path string, wait time.Duration, kind lockKind) (lock, error) {
	if _, err := d.op("lock"); err != nil {
		return nil, err
	}
	l, err := d.system.lock(path, wait, kind)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.locks = append(d.locks, l)
	return &faultyLock{l, d}, nil
}

// faultyLock is a lock of a faulty disk.
type faultyLock struct {
	lock
	d *faulty
}

func (l *faultyLock) Unlock() error {
	if _, err := l.d.op("unlock"); err != nil {
		return err
	}
	return l.lock.Unlock()
}

// faultyFile is a file of a faulty disk.
type faultyFile struct {
	file
	d *faulty
}

func (f *faultyFile) Read(p []byte) (int, error) {
	if _, err := f.d.op("read"); err != nil {
		return 0, err
	}
	return f.file.Read(p)
}

func (f *faultyFile) ReadAt(p []byte, off int64) (int, error) {
	if _, err := f.d.op("read"); err != nil {
		return 0, err
	}
	return f.file.ReadAt(p, off)
}

func (f *faultyFile) Write(p []byte) (int, error) {
	return f.write(p, f.file.Write)
}

func (f *faultyFile) WriteAt(p []byte, off int64) (int, error) {
	return f.write(p, func(p []byte) (int, error) { return f.file.WriteAt(p, off) })
}

func (f *faultyFile) write(p []byte, to func([]byte) (int, error)) (int, error) {
	short, err := f.d.op("write")
	switch {
	case short:
		n, _ := to(p[:len(p)/2])
		return n, err
	case err != nil:
		return 0, err
	}
	return to(p)
}

func (f *faultyFile) Stat() (fs.FileInfo, error) {
	if _, err := f.d.op("fstat"); err != nil {
		return nil, err
	}
	return f.file.Stat()
}

func (f *faultyFile) Sync() error {
	if _, err := f.d.op("sync"); err != nil {
		return err
	}
	return f.file.Sync()
}

func (f *faultyFile) Truncate(size int64) error {
	if _, err := f.d.op("truncate"); err != nil {
		return err
	}
	return f.file.Truncate(size)
}

func (f *faultyFile) Close() error {
	if _, err := f.d.op("close"); err != nil {
		return err
	}
	return f.file.Close()
}

// locksRefused is a disk on which no lock can be had.
type locksRefused struct{ system }

func (*locksRefused) lock(path string, _ time.Duration, _ lockKind) (lock, error) {
	return nil, &fs.PathError{Op: "open", Path: path, Err: errNo}
}
