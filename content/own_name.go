package content

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// longestID is how many letters the id of a person's own routine or exercise has at most.
const longestID = 40

// OwnID is the id that the name of a person's own file makes, which may be any: "Anna
// March.yaml" is anna-march. It can always be a routine's.
func OwnID(file string) string {
	name := strings.ToLower(filepath.Base(file))
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".yml")
	words := strings.FieldsFunc(name, func(r rune) bool {
		return !strings.ContainsRune(lowerLetters+"0123456789", r)
	})
	id := shortID(strings.Join(words, "-"))
	switch {
	case checkOwnID(id) == nil:
		return id
	case id != "" && checkOwnID(shortID("my-"+id)) == nil:
		return shortID("my-" + id)
	}
	return "my-routine"
}

// shortID is as much of an id as it may have.
func shortID(id string) string {
	return strings.TrimRight(id[:min(len(id), longestID)], "-")
}

// commandWords are the words of the command line that a routine's name can't be.
var commandWords = []string{
	"stretch", "plan", "check", "routine", "learn", "resume", "history", "settings",
	"help", "completion", "version", "man", "new", "list", "show", "uncramp",
}

// taken says what else has that name, "" = nothing.
func taken(id string) string {
	lib := Embedded()
	_, item := lib.Item(id)
	_, routine := lib.Routine(id)
	switch {
	case slices.Contains(texts(Muscles()), id):
		return "a muscle"
	case item:
		return "an exercise of the library"
	case routine:
		return "a routine of the library"
	case slices.Contains(commandWords, id):
		return "a command"
	case slices.Contains(reserved, id), slices.Contains(texts(Things()), id), slices.Contains(texts(Steps()), id):
		return "a word of the program's own"
	}
	return ""
}

// OwnName says why a routine of the person's own can't have a name, nil = it can.
func OwnName(name string) error {
	if e := checkOwnID(name); e != nil {
		return fmt.Errorf("%s; expected %s", e.What, e.Want)
	}
	return nil
}

func checkOwnID(id string) *Error {
	kind, trimmed := taken(id), strings.Trim(id, lowerLetters+"0123456789-")
	switch {
	case id == "" || trimmed != "" || strings.Trim(id, "-") != id || len(id) > longestID:
		return &Error{What: "the name " + strconv.Quote(printable(cut(id))), Want: fmt.Sprintf("lower-case words joined by hyphens, at most %d letters", longestID)}
	case kind != "":
		return &Error{What: fmt.Sprintf("%q is %s", id, kind), Want: "another name"}
	}
	return nil
}
