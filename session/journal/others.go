package journal

import (
	"errors"
	"io/fs"
	"slices"
)

// Others is every session that was left and that nobody holds by now, the newest first: as
// Claim has it, but it takes no slot of one's own, and leaves alone what can't be read. The
// slots are the caller's, to be closed.
func (j *Journal) Others() []Left {
	var left []Left
	for n := 1; n <= slots; n++ {
		if _, err := j.disk.lstat(j.checkpoint(n)); err != nil || j.holds(n) {
			continue
		}
		s, err := j.take(n)
		if err != nil {
			continue // it's under way
		}
		c, err := s.read()
		if err != nil {
			_ = s.Close() // whoever claims a slot next says what is wrong
			continue
		}
		left = append(left, Left{Checkpoint: c, Slot: s})
	}
	newestFirst(left)
	return left
}

// newestFirst sorts what was left.
func newestFirst(left []Left) {
	slices.SortStableFunc(left, func(a, b Left) int { return b.Checkpoint.Left.Compare(a.Checkpoint.Left) })
}

// Peek is every session in the state folder dir that was left and that nobody holds. It
// changes nothing there, and makes nothing; what can't be read is not told.
func Peek(dir string) []Checkpoint { return peekOn(system{}, dir) }

// peekOn is Peek on a disk.
func peekOn(d disk, dir string) []Checkpoint {
	j := &Journal{dir: dir, disk: d}
	var list []Checkpoint
	for n := 1; n <= slots; n++ {
		s := &Slot{j: j, n: n}
		if c, err := s.read(); err == nil && !j.underWay(n) {
			list = append(list, c)
		}
	}
	return list
}

// underWay says that another program holds a slot. It makes no lock file where there is
// none.
func (j *Journal) underWay(n int) bool {
	if _, err := j.disk.lstat(j.lockFile(n)); errors.Is(err, fs.ErrNotExist) {
		return false
	}
	held, err := j.disk.lock(j.lockFile(n), 0, shared)
	if err == nil {
		_ = held.Unlock() // it was only asked for
	}
	return errors.Is(err, errBusy)
}
