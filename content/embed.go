package content

import (
	"embed"
	"sync"
)

//go:embed items relief routines waiting packs drinks causes warnings help advice pace.yaml phrases.yaml sources.yaml
var embedded embed.FS

// Embedded is the library that the program carries, decoded once, at the first
// call. It panics on an error: the program would have nothing safe to say, and
// a test holds that this can't happen.
var Embedded = sync.OnceValue(func() *Library {
	lib, err := LoadFS(embedded)
	if err != nil {
		panic(err)
	}
	return lib
})

// FirstWaiting is what to do while it cramps, decoded alone: the first frame
// doesn't wait for the whole library. Sources are checked by LoadFS only.
func FirstWaiting(m Muscle) (Waiting, error) {
	name := "waiting/" + string(m) + ".yaml"
	data, err := readFile(embedded, name)
	if err != nil {
		return Waiting{}, err
	}
	w, b, err := decode[Waiting](name, data)
	if err != nil {
		return Waiting{}, err
	}
	return w, orNil(checkWaiting(b.doc, w))
}
