package content

import (
	_ "embed" // the library is part of the program
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"
)

// The library as the program carries it: what LoadFS made of the YAML files, kept
// as JSON, because decoding that takes a tenth of the time and a fortieth of the
// memory. A test holds that the two agree.
//
//go:generate go test -run TestDecodedLibraryIsWhatTheFilesSay -update .

//go:embed library.json
var libraryJSON []byte

// waitingJSON is the waiting guidance apart: the first frame needs nothing else.
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
	lib.Waitings = waitings()
	return lib
})

// waitings is the waiting guidance of every muscle, decoded once.
var waitings = sync.OnceValue(func() []Waiting {
	var list []Waiting
	if err := json.Unmarshal(waitingJSON, &list); err != nil {
		panic(fmt.Errorf("waiting.json: %w", err))
	}
	return list
})

// FirstWaiting is what to do while it cramps, decoded alone: the first frame
// doesn't wait for the whole library. A muscle that isn't there is an *Error.
func FirstWaiting(m Muscle) (Waiting, error) {
	w, ok := find(waitings(), func(x Waiting) bool { return x.Muscle == m })
	if !ok {
		return w, unreadable("waiting/"+string(m)+".yaml", fs.ErrNotExist)
	}
	return w, nil
}
