package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/content"
)

// routine is the routine that the words name, or legs.
func (a *app) routine(args []string) (content.Routine, error) {
	name := "legs"
	switch {
	case len(args) > 1:
		return content.Routine{}, usage{fmt.Errorf("one routine at a time, not %q", strings.Join(args, " "))}
	case len(args) == 1:
		name = args[0]
	}
	r, ok, err := a.find(name)
	if ok || err != nil {
		return r, err
	}
	if m, err := word("", name, content.Muscles()); err == nil && m != "" {
		return r, usage{fmt.Errorf("%s is a muscle: uncramp %s", m, m)}
	}
	list := a.allRoutines()
	return r, usage{fmt.Errorf("routine: %q is not one of %s%s", name, strings.Join(list, ", "), meant(name, list))}
}

// find is the routine that a word names: a file, one of the library, or one in the
// person's folder. ok is false where it names none; a file that isn't right is an error.
func (a *app) find(word string) (r content.Routine, ok bool, err error) {
	f := a.fileAt(word)
	if !isFile(word) {
		name := strings.ToLower(word)
		if r, ok = content.Embedded().Routine(name); ok {
			return r, true, nil
		}
		if f = inFolder(a.routinesDir(), name); f == "" {
			return r, false, nil
		}
	}
	r, err = a.shelf.take(f)
	if err != nil {
		return r, false, fmt.Errorf("%w%s", oneLine(err), seeCheck(err))
	}
	return r, true, nil
}

// seeCheck points out the command that shows the place, where there is one to show.
func seeCheck(err error) string {
	if withoutCount(err) == err { //nolint:errorlint // the very same
		return ""
	}
	return "; uncramp check shows the place"
}

// allRoutines lists the names of the library's routines, then of the person's own.
func (a *app) allRoutines() []string { return append(routineNames(), a.ownNames()...) }

// ownNames lists the names of what lies in the person's folder. Nothing is read.
func (a *app) ownNames() []string {
	files, _ := inFolderAll(a.routinesDir())
	var names []string
	for _, f := range files {
		if name := f.called(); content.OwnName(name) == nil && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// completeRoutine completes a word that is one of some names, or the path of a file.
func completeRoutine(args []string, typed string, names []string) ([]string, cobra.ShellCompDirective) {
	switch {
	case len(args) > 0:
		return nil, cobra.ShellCompDirectiveNoFileComp
	case strings.ContainsAny(typed, `/\`):
		return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	}
	return names, cobra.ShellCompDirectiveDefault
}
