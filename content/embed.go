package content

import (
	"cmp"
	_ "embed" // the library is part of the program
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

// The library as the program carries it: what LoadFS made of the YAML files, kept
// as JSON, because decoding that takes a tenth of the time and a fortieth of the
// memory. A test holds that the two agree.
//
//go:generate go test -run TestDecodedLibraryIsWhatTheFilesSay -update .

//go:embed library.json
var libraryJSON []byte

// waitingJSON is the waiting guidance and its figures apart: the first frame needs
// nothing else.
//
//go:embed waiting.json
var waitingJSON []byte

// Embedded is the library that the program carries, decoded once, at the first
// call. It panics on an error: the program would have nothing safe to say, and
// a test holds that this can't happen.
var Embedded = sync.OnceValue(func() *Library {
	lib := &Library{}
	if err := json.Unmarshal(libraryJSON, lib); err != nil {
		panic(fmt.Errorf("library.json: %w", err))
	}
	w := firsts()
	lib.Waitings = w.Waitings
	lib.Figures = slices.Concat(w.Figures, lib.Figures)
	slices.SortFunc(lib.Figures, func(a, b Figure) int { return cmp.Compare(a.ID, b.ID) })
	return lib
})

// first is what the first frame shows: the waiting guidance of every muscle, and the
// figures of the waits.
type first struct {
	Waitings []Waiting
	Figures  []Figure
}

// firsts is what the first frame shows, decoded once.
var firsts = sync.OnceValue(func() first {
	var f first
	if err := json.Unmarshal(waitingJSON, &f); err != nil {
		panic(fmt.Errorf("waiting.json: %w", err))
	}
	return f
})

// FirstWaiting is what to do while it cramps, decoded alone: the first frame
// doesn't wait for the whole library. A muscle that isn't there is an *Error.
func FirstWaiting(m Muscle) (Waiting, error) {
	w, ok := find(firsts().Waitings, func(x *Waiting) bool { return x.Muscle == m })
	if !ok {
		return w, unreadable("waiting/"+string(m)+".yaml", fs.ErrNotExist)
	}
	return w, nil
}

// FirstFigure is the figure of the wait while that muscle cramps, decoded alone.
func FirstFigure(m Muscle, p Position) (Figure, bool) {
	return find(firsts().Figures, func(f *Figure) bool { return slices.Contains(f.Waits, m) && f.suits(m, p) })
}
