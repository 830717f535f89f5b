package content

import (
	"bytes"
	"embed"
	"encoding/json"
	"flag"
	"os"
	"testing"
)

// update rewrites the decoded library instead of comparing with it.
var update = flag.Bool("update", false, "rewrite library.json and waiting.json")

// embedded is the files that the library is made of.
//
//go:embed items figures relief routines waiting packs drinks causes warnings help advice learn pace.yaml phrases.yaml sources.yaml
var embedded embed.FS

// TestDecodedLibraryIsWhatTheFilesSay holds what the program carries to the YAML
// files that people review. -update rewrites it.
func TestDecodedLibraryIsWhatTheFilesSay(t *testing.T) {
	lib, err := LoadFS(embedded)
	if err != nil {
		t.Fatal(err)
	}
	rest := *lib
	first := first{Waitings: lib.Waitings}
	rest.Waitings, rest.Figures = nil, nil
	for _, f := range lib.Figures {
		if len(f.Waits) > 0 {
			first.Figures = append(first.Figures, f)
		} else {
			rest.Figures = append(rest.Figures, f)
		}
	}
	same(t, "waiting.json", first, waitingJSON)
	same(t, "library.json", rest, libraryJSON)
	if !*update && !equal(Embedded(), lib) {
		t.Error("what the program carries differs from the files: go generate ./content")
	}
}

// same compares a value, as JSON, with what a file holds, or rewrites the file.
func same(t *testing.T, file string, v any, held []byte) {
	t.Helper()
	var want bytes.Buffer
	out := json.NewEncoder(&want)
	out.SetEscapeHTML(false)
	if err := out.Encode(v); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want.Bytes(), held) {
		t.Errorf("%s is not what the files say: go generate ./content", file)
	}
}

// TestLibraryNoFileIsLeftOut fails when a folder of content is not among the
// embedded ones.
func TestLibraryNoFileIsLeftOut(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, err := embedded.Open(e.Name()); e.IsDir() && e.Name() != "testdata" && err != nil {
			t.Errorf("%s is in no library", e.Name())
		}
	}
}
