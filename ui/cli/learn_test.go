package cli_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"uncramp/content"
	"uncramp/ui/cli"
)

// topicWords are the words that name a topic.
const topicWords = " is not one of cramp, why, drinks, heat, night, signs, disagree, about, sources"

// TestLearnWithoutATopicIsAllOfThem: one after the other, the sources last and once.
func TestLearnWithoutATopicIsAllOfThem(t *testing.T) {
	t.Parallel()
	code, out, errs := told(t, "learn")
	if code != cli.Finished || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	lib, at := content.Embedded(), 0
	for _, topic := range lib.Topics {
		next := strings.Index(out[at:], "\n"+strings.ToUpper(topic.Title)+"\n")
		if at == 0 && strings.HasPrefix(out, strings.ToUpper(topic.Title)+"\n") {
			next = 0
		}
		if next < 0 {
			t.Fatalf("%s doesn't follow:\n%s", topic.ID, out[at:])
		}
		at += next + 1
	}
	for i, s := range lib.Sources {
		mark := fmt.Sprintf("\n  %-5s%s", fmt.Sprintf("[%d]", i+1), strings.Fields(s.Publisher)[0])
		if n := strings.Count(out, mark); n != 1 {
			t.Errorf("%q stands there %d times", mark, n)
		}
	}
	if strings.Contains(out, "\nSOURCES\n") {
		t.Error("sources stand in the middle")
	}
}

// TestLearnATopicListsWhatItNames: the numbers behind its lines, and no others.
func TestLearnATopicListsWhatItNames(t *testing.T) {
	t.Parallel()
	number := regexp.MustCompile(`\[(\d+)\]`)
	for _, topic := range content.Embedded().Topics {
		code, out, errs := told(t, "learn", strings.ToUpper(topic.ID))
		if code != cli.Finished || errs != "" || !strings.HasPrefix(out, strings.ToUpper(topic.Title)+"\n") {
			t.Fatalf("%s: exit %d, %q\n%s", topic.ID, code, errs, out)
		}
		page, list, found := strings.Cut(out, "\nSOURCES\n")
		if topic.ID == "sources" {
			continue
		}
		if !found {
			t.Errorf("%s lists no sources", topic.ID)
		}
		named, listed := map[string]bool{}, map[string]bool{}
		for _, m := range number.FindAllString(page, -1) {
			named[m] = true
		}
		for _, m := range number.FindAllString(list, -1) {
			listed[m] = true
		}
		if fmt.Sprint(named) != fmt.Sprint(listed) {
			t.Errorf("%s names %v and lists %v", topic.ID, named, listed)
		}
	}
}

// TestLearnIsPlainText: no escape, no picture, no line that is wider than a page but an
// address, and none that is broken much before.
func TestLearnIsPlainText(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"learn"}, {"learn", "signs"}, {"learn", "night", "--high-contrast"}} {
		_, out, _ := told(t, args...)
		widest := 0
		for line := range strings.Lines(out) {
			line = strings.TrimSuffix(line, "\n")
			if n := ansi.StringWidth(line); n > 80 && !strings.Contains(line, "https://") && !strings.Contains(line, "http://") {
				t.Errorf("%v: %d columns: %q", args, n, line)
			} else if n <= 80 {
				widest = max(widest, n)
			}
			if line != strings.TrimRight(line, " ") {
				t.Errorf("%v: spaces at the end of %q", args, line)
			}
			for _, r := range line {
				if !unicode.IsPrint(r) || r > 0xff {
					t.Errorf("%v: %q in %q", args, r, line)
				}
			}
		}
		if widest < 72 {
			t.Errorf("%v: the widest line has %d columns", args, widest)
		}
	}
}

// TestLearnKeepsAddressesWhole: they are there to be copied.
func TestLearnKeepsAddressesWhole(t *testing.T) {
	t.Parallel()
	_, out, _ := told(t, "learn", "sources")
	for _, s := range content.Embedded().Sources {
		if s.Where != "" && !strings.Contains(out, s.Where) {
			t.Errorf("%s is broken", s.Where)
		}
	}
}

func TestLearnNamesTheNumberOfThePerson(t *testing.T) {
	t.Parallel()
	if _, out, _ := toldIn(t, map[string]string{"UNCRAMP_EMERGENCY": "112"}, "learn", "signs"); !strings.Contains(out, "Call 112 now") {
		t.Errorf("no 112 in\n%s", out)
	}
	if _, out, _ := told(t, "learn", "signs"); !strings.Contains(out, "Call your emergency number now") || strings.Contains(out, "{") {
		t.Errorf("nobody is told whom to call in\n%s", out)
	}
}

func TestLearnWrongWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"nigth"}, `learn: "nigth"` + topicWords + `; did you mean night?`},
		{[]string{"Source"}, `learn: "Source"` + topicWords + `; did you mean sources?`},
		{[]string{"elbow"}, `learn: "elbow"` + topicWords},
		{[]string{"bananas"}, `learn: "bananas"` + topicWords},
		{[]string{""}, `learn: ""` + topicWords},
		{[]string{"\x1b[31m"}, `learn: "\x1b[31m"` + topicWords},
		{[]string{"night", "heat"}, `learn: one topic at a time, not "night heat"`},
		{[]string{"--side", "left"}, `there is no flag "--side"; --help lists them`},
	} {
		code, out, errs := told(t, append([]string{"learn"}, c.args...)...)
		if want := "uncramp: " + c.want + "\n"; code != cli.Usage || out != "" || errs != want {
			t.Errorf("%q: exit %d, stdout %q,\nstderr %q,\nwant   %q", c.args, code, out, errs, want)
		}
	}
}

// TestLearnHelpNamesTheTopicsOfTheContent: they stand in the help once more.
func TestLearnHelpNamesTheTopicsOfTheContent(t *testing.T) {
	t.Parallel()
	_, out, _ := told(t, "learn", "--help")
	for _, topic := range content.Embedded().Topics {
		if row := fmt.Sprintf("%-9s %s", topic.ID, topic.Title); !strings.Contains(out, row) {
			t.Errorf("the help lacks %q:\n%s", row, out)
		}
	}
}

func TestLearnCompletesTopics(t *testing.T) {
	t.Parallel()
	_, out, _ := told(t, "__complete", "learn", "")
	for _, topic := range content.Embedded().Topics {
		if !strings.Contains(out, topic.ID+"\t"+topic.Title+"\n") {
			t.Errorf("no %s is offered:\n%s", topic.ID, out)
		}
	}
	if _, out, _ := told(t, "__complete", "learn", "heat", ""); !strings.HasPrefix(out, ":") {
		t.Errorf("a second topic is offered:\n%s", out)
	}
	if _, out, _ := told(t, "__complete", "learn", "s"); !strings.Contains(out, "signs") || strings.Contains(out, "night") {
		t.Errorf("s is completed to\n%s", out)
	}
}
