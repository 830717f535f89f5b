package cli

import (
	_ "embed" // the file that a routine begins with
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"uncramp/content"
)

// starter is the file that a routine of the person's own begins with; NAME stands for its
// name.
//
//go:embed own_starter.yaml
var starter string

// newRoutine writes the file that a routine of the person's own begins with.
func (a *app) newRoutine(args []string) error {
	switch {
	case len(args) == 0:
		return usage{errors.New("routine new: which name? uncramp routine new NAME")}
	case len(args) > 1:
		return usage{fmt.Errorf("routine new: one name, with hyphens between its words, not %q", strings.Join(args, " "))}
	}
	name := args[0]
	if err := content.OwnName(name); err != nil {
		return usage{fmt.Errorf("routine new: %w", err)}
	}
	dir := a.routinesDir()
	if dir == "" {
		return errors.New(noRoutines)
	}
	if f := inFolder(dir, name); f != "" {
		return fmt.Errorf("%s: it is there already, and stays as it is", f.name())
	}
	f := ownFile(filepath.Join(dir, name+endings[0]))
	if err := f.create(begun(name)); err != nil {
		return err
	}
	_, err := fmt.Fprintf(a.world.Out, "%s\n\nIt works as it is. Change it, then\n  uncramp check %s\n  uncramp plan %s\n  uncramp stretch %s\n", f.name(), name, name, name)
	return err
}

// begun is the file that a routine of that name begins with.
func begun(name string) string {
	called := content.Titled(strings.ReplaceAll(name, "-", " "))
	if len(called) > 28 {
		called = "My own routine"
	}
	return strings.ReplaceAll(starter, "NAME", called)
}

// create writes a file that wasn't there, for its owner alone. One that is there, or has
// come to be there meanwhile, stays as it is.
func (f ownFile) create(text string) error {
	if err := os.MkdirAll(filepath.Dir(string(f)), 0o700); err != nil {
		return f.fail(err)
	}
	file, err := os.OpenFile(string(f), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s: it is there already, and stays as it is", f.name())
	}
	if err != nil {
		return f.fail(err)
	}
	_, err = file.WriteString(text)
	if wrong := file.Close(); err == nil {
		err = wrong
	}
	if err != nil {
		_ = os.Remove(string(f)) // half of it is worse than none
		return f.fail(err)
	}
	return nil
}
