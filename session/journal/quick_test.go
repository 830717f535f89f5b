package journal

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestWrittenIsQuick: every line that Append writes is one of those that are read by hand,
// with every field that a record has (TestEveryFieldIsKept sees to the example).
func TestWrittenIsQuick(t *testing.T) {
	t.Parallel()
	for _, r := range []record{oneRecord("a"), {ID: "b", At: noon}} {
		text, err := recordLine(r)
		ok(t, err)
		l, quick := words{}.quick(text)
		if !quick {
			t.Errorf("not read by hand: %s", text)
		}
		same(t, l, line{V: Version, Record: r})
	}
}

// agree requires a line that is read by hand to mean what it means to encoding/json.
func agree(t *testing.T, text []byte) (quick bool) {
	t.Helper()
	got, quick := words{}.quick(text)
	if !quick {
		return false
	}
	var want line
	if err := json.Unmarshal(text, &want); err != nil {
		t.Errorf("%q: read by hand, and wrong: %v", text, err)
		return true
	}
	same(t, got, want)
	return true
}

// TestQuickIsRight: in whatever other form, a line means what encoding/json says.
func TestQuickIsRight(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		from, to string
		quick    bool
	}{
		{"", "", true},
		{`"v":1,`, `"took":3,"v":1,`, true}, // the last one counts
		{`"sore":3`, `"sore":4,"sore":3`, true},
		{`"sore":3`, `"sore":null`, false},
		{`"done":[`, `"done":[{"item":"x","reps":5}],"done":[`, false},
		{`"eased":[65,30]`, `"eased":[]`, false},
		{`"eased":[65,30]`, `"eased":[065,30]`, false},
		{`"eased":[65,30]`, `"eased":[65,30,]`, false},
		{`"eased":[65,30]`, `"eased":[65,30`, false},
		{`"took":700`, `"took":-700`, false},
		{`"took":700`, `"took":1234567890`, false},
		{`"took":700`, `"took":123456789`, true},
		{`"took":700`, `"took":7e2`, false},
		{`"took":700`, `"took":0`, true},
		{`"took":700`, `"took":`, false},
		{`"took":700`, `"took": 700`, false},
		{`"took":700`, `"Took":700`, false},
		{`"took":700`, `"took":700,"mood":1`, false},
		{`"id":"a"`, `"id":"\u0061"`, false},
		{`"id":"a"`, `"id":"ä"`, false},
		{`"id":"a"`, "\"id\":\"\x01\"", false},
		{`"id":"a"`, `"id":""`, true},
		{`"id":"a"`, `"id":"a""`, false},
		{`"id":"a"`, `"id":a`, false},
		{`"at":"2026`, `"at":"20x6`, false},
		{`"gripping":true`, `"gripping":false`, false},
		{`"gripping":true`, `"gripping":truest`, false},
		{`{"v":1`, `{"v":1,`, false},
		{`{"v":1`, `{{"v":1`, false},
		{`{"v":1,`, `{`, true},
	} {
		text := strings.TrimSuffix(lineOf(t, "a", x.from, x.to), "\n")
		if quick := agree(t, []byte(text)); quick != x.quick {
			t.Errorf("%s: read by hand %v", x.to, quick)
		}
	}
	whole := strings.TrimSuffix(lineOf(t, "a", "", ""), "\n")
	for _, text := range []string{"", "{", "{}", "[]", "null", `"`, whole + "}", whole + " ", whole + whole} {
		if agree(t, []byte(text)) {
			t.Errorf("%s: read by hand", text)
		}
	}
	for n := range len(whole) {
		if agree(t, []byte(whole[:n])) {
			t.Errorf("cut at %d: read by hand", n)
		}
	}
}

// TestWordsAreBounded: a file of nothing but new words doesn't fill the memory.
func TestWordsAreBounded(t *testing.T) {
	t.Parallel()
	w := words{}
	for i := range 3 * maxWords {
		s := strings.Repeat("x", i)
		if got := w.word([]byte(s)); got != s {
			t.Fatalf("%q", got)
		}
	}
	if len(w) != maxWords {
		t.Errorf("%d words", len(w))
	}
	if words(nil).word([]byte("a")) != "a" {
		t.Error("without a list")
	}
}
