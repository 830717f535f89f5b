package cli

import (
	"strings"
	"testing"
)

// TestPrivateHolds in a file that is not right: nothing else of it counts.
func TestPrivateHolds(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"volume: 30\nsound: loud\nprivate: true\n": true,
		"private: true\nsound: loud\n":             true,
		"sound: [\nprivate: true\n":                true,
		"sound: \"\n  private: TRUE # mine\r\n":    true,
		"\tprivate: true\n":                        true,
		"private: true\nprivate: false\n":          true,
		"private: ture\n":                          true,
		"private: yes\n":                           true,
		"private:true\n":                           true,
		"private true\n":                           true,
		"privat: true\n":                           true,
		"\xef\xbb\xbfprivate: true\nsound: loud\n": true,
		"private: true\n" + strings.Repeat("# much\n", largestSettings/7): true,
		"sound: loud\n":                             false,
		"sound: loud\nprivate: false\n":             false,
		"private: no\n":                             false,
		"sound: loud\n# private: true\n":            false,
		"speak-with: private true\nsound: loud\n":   false,
		"volume: 30 # private: true\nsound: loud\n": false,
	} {
		f := newSettings(t, text)
		s, err := f.read()
		if err == nil || s.private.or(false) != want || strings.HasSuffix(err.Error(), "; private holds all the same") != want {
			t.Errorf("%.60q: %+v, %v", text, s, err)
		}
		if s.private = (maybe[bool]{}); s != (settings{}) {
			t.Errorf("%.60q: more than that counts: %+v", text, s)
		}
	}
}
