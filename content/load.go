package content

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// loader collects what the files hold, and where each thing stands.
type loader struct {
	fsys fs.FS
	lib  Library
	refs []ref
	docs map[string]*doc // by file
	// unread says of a file of the person's own that parts of it mean nothing.
	unread bool
}

// folders says what each folder holds. Nothing else may lie there.
var folders = map[string]func(*loader, string) *Error{
	"items":    loadInto(func(l *Library) *[]Item { return &l.Items }, checkItem),
	"relief":   loadInto(func(l *Library) *[]Relief { return &l.Reliefs }, checkRelief),
	"waiting":  loadInto(func(l *Library) *[]Waiting { return &l.Waitings }, checkWaiting),
	"packs":    loadInto(func(l *Library) *[]Pack { return &l.Packs }, checkPack),
	"causes":   loadInto(func(l *Library) *[]Cause { return &l.Causes }, checkCause),
	"routines": loadInto(func(l *Library) *[]Routine { return &l.Routines }, checkRoutine),
	"drinks":   loadInto(func(l *Library) *[]Drink { return &l.Drinks }, checkDrink),
	"warnings": loadInto(func(l *Library) *[]Warning { return &l.Warnings }, checkWarning),
	"help":     loadInto(func(l *Library) *[]Help { return &l.Helps }, checkHelp),
	"figures":  loadInto(func(l *Library) *[]Figure { return &l.Figures }, checkFigure),
	"advice":   loadInto(func(l *Library) *[]Advice { return &l.Advices }, checkAdvice),
	"learn":    loadInto(func(l *Library) *[]Topic { return &l.Topics }, checkTopic),
}

// The files that stand beside the folders.
const (
	paceFile    = "pace.yaml"
	phrasesFile = "phrases.yaml"
	sourcesFile = "sources.yaml"
)

// LoadFS reads and checks a whole library. An error is an *Error: the first one,
// in the order of the folders' and files' names.
func LoadFS(fsys fs.FS) (*Library, error) {
	l := &loader{fsys: fsys, docs: map[string]*doc{}}
	if err := l.layout(); err != nil {
		return nil, err
	}
	for _, step := range []func() *Error{l.folders, l.pace, l.phrases, l.sources, l.grounds, l.links} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(l.lib.Items, func(a, b Item) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.lib.Figures, func(a, b Figure) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.lib.Routines, func(a, b Routine) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(l.lib.Warnings, func(a, b Warning) int { return cmp.Compare(a.Tier, b.Tier) })
	return &l.lib, nil
}

// layout refuses anything beside the known folders and files.
func (l *loader) layout() error {
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return unreadable(".", err)
	}
	for _, e := range entries {
		_, folder := folders[e.Name()]
		file := e.Name() == paceFile || e.Name() == phrasesFile || e.Name() == sourcesFile
		if folder != e.IsDir() || folder == file {
			return &Error{File: e.Name(), What: "not a part of the content", Want: oneOf(e.Name(), layoutNames())}
		}
	}
	return nil
}

func layoutNames() []string {
	names := []string{paceFile, phrasesFile, sourcesFile}
	for name := range folders {
		names = append(names, name)
	}
	return sorted(names)
}

// folders loads every file of every folder, in the order of their names.
func (l *loader) folders() *Error {
	for _, name := range layoutNames() {
		load := folders[name]
		if load == nil {
			continue
		}
		entries, err := fs.ReadDir(l.fsys, name)
		if err != nil {
			return unreadable(name, err)
		}
		for _, e := range entries {
			file := path.Join(name, e.Name())
			if e.IsDir() || path.Ext(file) != ".yaml" {
				return &Error{File: file, What: "not a content file", Want: "a name that ends in .yaml"}
			}
			if err := load(l, file); err != nil {
				return err
			}
		}
	}
	return nil
}

// loadInto makes the loader of one folder: decode, check, keep.
func loadInto[T any](list func(*Library) *[]T, check func(*doc, T) *Error) func(*loader, string) *Error {
	return func(l *loader, file string) *Error {
		v, d, err := read[T](l, file)
		if err != nil {
			return err
		}
		if err := check(d, v); err != nil {
			return err
		}
		all := list(&l.lib)
		*all = append(*all, v)
		return nil
	}
}

// read decodes one file of the library and keeps its place for later errors.
func read[T any](l *loader, file string) (T, *doc, *Error) {
	var none T
	data, err := readFile(l.fsys, file)
	if err != nil {
		return none, nil, asError(file, err)
	}
	v, b, err := decode[T](file, data)
	if err != nil {
		return none, nil, asError(file, err)
	}
	l.refs = append(l.refs, b.refs...)
	l.docs[file] = b.doc
	return v, b.doc, nil
}

// pace loads what stands between the exercises.
func (l *loader) pace() *Error {
	p, d, err := read[Pace](l, paceFile)
	if err != nil {
		return err
	}
	l.lib.Pace = p
	return checkPace(d, p)
}

// phrases loads the words of cues and refusals.
func (l *loader) phrases() *Error {
	words, d, err := read[map[string]string](l, phrasesFile)
	if err != nil {
		return err
	}
	l.lib.Phrases = words
	return checkPhrases(d, words)
}

// sources loads the bibliography.
func (l *loader) sources() *Error {
	list, d, err := read[[]Source](l, sourcesFile)
	if err != nil {
		return err
	}
	l.lib.Sources = list
	return checkSources(d, list)
}

// readFile reads one file, but never more than the limit and one byte.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close() //nolint:errcheck // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	return data, nil
}

func unreadable(name string, err error) *Error {
	if errors.Is(err, fs.ErrNotExist) {
		return &Error{File: name, What: "no such file", Want: "it to be there"}
	}
	return &Error{File: name, What: printable(err.Error()), Want: "a file that can be read"}
}

// asError is err itself where it is ours already.
func asError(file string, err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return &Error{File: file, What: printable(err.Error())}
}

// orNil keeps a nil *Error from becoming an error that isn't nil.
func orNil(e *Error) error {
	if e == nil {
		return nil
	}
	return e
}

// base is the name of a file without its folder and ending.
func base(file string) string { return strings.TrimSuffix(path.Base(file), ".yaml") }
