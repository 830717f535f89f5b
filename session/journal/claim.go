package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
)

// Left is a session that nobody runs any more, and the slot that holds it: the caller's,
// to be cleared and closed.
type Left struct {
	Checkpoint Checkpoint
	Slot       *Slot
}

// Claim takes a slot for a session of one's own, and with it every session that was left,
// the newest first. own is nil where there is no slot. What can't be read is set aside;
// problems tells it, each in one line that names the file.
func (j *Journal) Claim() (own *Slot, left []Left, problems []error) {
	var told trouble
	names, err := j.disk.list(j.dir)
	for n := 1; n <= slots; n++ {
		if own != nil && err == nil && !j.anyOf(names, n) {
			continue // nothing to see to
		}
		s, err := j.take(n)
		if err != nil {
			if !errors.Is(err, errBusy) {
				told.add(err)
			}
			continue
		}
		_ = sweep(j.disk, s.file()) // what can't be removed does no harm
		c, err := s.read()
		free := errors.Is(err, fs.ErrNotExist)
		switch {
		case err == nil:
			left = append(left, Left{Checkpoint: c, Slot: s})
			continue
		case !free:
			free, err = s.setAside(err)
			told.add(err)
		}
		if free && own == nil {
			own = s
			continue
		}
		_ = s.Close() // nothing was written
	}
	if own == nil && len(told.list) == 0 {
		told.add(fmt.Errorf("this session can't be saved: all %d places are taken", slots))
	}
	newestFirst(left)
	return own, left, told.list
}

// trouble is what went wrong, each cause once: where a folder may not be written, the
// first of its files says so for all.
type trouble struct {
	list []error
	seen []string
}

func (t *trouble) add(err error) {
	why := err
	if inner := errors.Unwrap(err); inner != nil && !errors.As(err, new(bad)) {
		why = inner
	}
	if !slices.Contains(t.seen, why.Error()) {
		t.seen, t.list = append(t.seen, why.Error()), append(t.list, err)
	}
}

// setAside renames what stands where the checkpoint should be, and says whether the slot
// is free now. What the disk could not read may be whole: it stays, for another time.
func (s *Slot) setAside(why error) (free bool, told error) {
	if !errors.As(why, new(bad)) && !errors.Is(why, fs.ErrPermission) {
		return false, named(s.file(), why)
	}
	aside, err := s.j.spare(s.file())
	if err == nil {
		err = s.j.disk.rename(s.file(), aside)
	}
	if err != nil {
		return false, fmt.Errorf("%w; can't be set aside: %w", named(s.file(), why), cause(err))
	}
	_ = s.j.disk.syncFolder(s.j.dir) // if the name doesn't last, it's set aside once more
	return true, fmt.Errorf("%w; set aside as %s", named(s.file(), why), filepath.Base(aside))
}

// asides is how many files of one name are set aside before it's left alone.
const asides = 1000

// spare is a path for a file that is set aside, at which there is nothing yet.
func (j *Journal) spare(path string) (string, error) {
	for i := 1; i <= asides; i++ {
		to := fmt.Sprintf("%s%s%d", path, asideMark, i)
		if _, err := j.disk.lstat(to); errors.Is(err, fs.ErrNotExist) {
			return to, nil
		} else if err != nil {
			return "", err
		}
	}
	return "", fmt.Errorf("%d files of that name are set aside already", asides)
}

// asideMark stands between the name of a file that was set aside and its number.
const asideMark = ".aside-"

// Running says whether another program has a session under way.
func (j *Journal) Running() bool {
	for n := 1; n <= slots; n++ {
		if _, err := j.disk.lstat(j.checkpoint(n)); err != nil || j.holds(n) {
			continue
		}
		if j.underWay(n) {
			return true
		}
	}
	return false
}
