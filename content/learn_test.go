package content

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// topicIDs are the pages to read, in the order of their keys.
var topicIDs = []string{"cramp", "why", "drinks", "heat", "night", "signs", "disagree", "about", "sources"}

// pageOf is all that is read on the page of a topic.
func pageOf(t *testing.T, id string) string {
	t.Helper()
	topic, ok := Embedded().Topic(id)
	if !ok {
		t.Fatalf("no topic %s", id)
	}
	var b strings.Builder
	for _, s := range Embedded().Sections(topic) {
		b.WriteString(s.Title + "\n")
		for _, l := range s.Lines {
			b.WriteString(l.Text + "\n")
		}
	}
	return b.String()
}

func TestTopicsStandInTheirOrder(t *testing.T) {
	var got []string
	for _, x := range Embedded().Topics {
		got = append(got, x.ID)
	}
	if !slices.Equal(got, topicIDs) {
		t.Errorf("the topics are %v, want %v", got, topicIDs)
	}
	if _, ok := Embedded().Topic("elbows"); ok {
		t.Error("a topic that isn't there is found")
	}
}

// TestTopicsSayWhatTheyAreFor holds each page to what somebody opens it for.
func TestTopicsSayWhatTheyAreFor(t *testing.T) {
	for id, words := range map[string][]string{
		"cramp":    {"sudden, strong tightening", "within ten minutes", "Only an examination can tell"},
		"why":      {"In exercise", "At a desk", "In your sleep", "Often no cause is found", "tired muscles and nerves"},
		"drinks":   {"What they can't do", "does not change your blood", "Magnesium tablets have shown no real benefit", "1.4 litres", "Keep to the limit", "Diabetes, high blood pressure"},
		"heat":     {"Heat if it still feels tight, cold if it is sore", "You need neither", "Never over 20 minutes", "No heat with", "No cold with", "Numb skin"},
		"night":    {"One trial", "no better than a sham", "Trials of stretching disagree", "uncramp stretch bedtime", "Loosen the covers"},
		"signs":    {"Get emergency help now", "Get advice today", "See someone soon", "This program can't diagnose"},
		"disagree": {"most guidance stretches at once", "force is the danger", "No trial tests waiting first", "held until it lets go", "You need not wait"},
		"about":    {"No clinician has reviewed it yet", "not medical advice", "No trial tests this order of steps", "when to get help"},
		"sources":  {"A number in brackets"},
	} {
		page := pageOf(t, id)
		for _, w := range words {
			if !strings.Contains(page, w) {
				t.Errorf("%s doesn't say %q:\n%s", id, w, page)
			}
		}
	}
}

// TestTopicsDrawRatherThanRepeat holds that what stands elsewhere is read from there: a
// change there is a change here.
func TestTopicsDrawRatherThanRepeat(t *testing.T) {
	lib := Embedded()
	want := func(id string, lines ...Line) {
		page := pageOf(t, id)
		for _, l := range lines {
			if !strings.Contains(page, l.Text) {
				t.Errorf("%s lacks %q", id, l.Text)
			}
		}
	}
	for id, advice := range map[string]string{"cramp": "cramp", "why": "causes", "heat": "later", "disagree": "disagree", "about": "about"} {
		a, _ := lib.Advice(advice)
		want(id, a.Lines...)
	}
	for _, c := range append(Contexts(), "") {
		want("drinks", lib.Drink(c).Lines...)
		if c != "" {
			want("why", lib.Cause(c).Lines...)
		}
	}
	for _, p := range lib.Packs {
		want("heat", append(append([]Line{p.When}, p.How...), p.Not...)...)
	}
	for _, w := range lib.Warnings {
		want("signs", Line{Text: w.Sign})
	}
	own := map[string]string{}
	for _, topic := range lib.Topics {
		for _, p := range topic.Parts {
			for _, l := range p.Lines {
				if before, twice := own[l.Text]; twice {
					t.Errorf("%s and %s both say %q", before, topic.ID, l.Text)
				}
				own[l.Text] = topic.ID
			}
		}
	}
}

// TestSectionsAreWhole holds that each line of a page rests on something that is listed,
// and that no title stands over nothing.
func TestSectionsAreWhole(t *testing.T) {
	lib := Embedded()
	for _, topic := range lib.Topics {
		sections := lib.Sections(topic)
		all := 0
		for i, s := range sections {
			if s.All {
				all++
				continue
			}
			if len(s.Lines) == 0 {
				t.Errorf("%s: nothing under %q", topic.ID, s.Title)
			}
			if s.Title == topic.Title {
				t.Errorf("%s: its title stands over it twice", topic.ID)
			}
			if s.Title != "" && i > 0 && sections[i-1].Title == s.Title {
				t.Errorf("%s: %q twice", topic.ID, s.Title)
			}
			for _, l := range s.Lines {
				if (l.Source == "") == (l.Choice == "") || l.Source != "" && lib.Number(l.Source) == 0 {
					t.Errorf("%s: %q rests on source %q and choice %q", topic.ID, l.Text, l.Source, l.Choice)
				}
			}
		}
		if (all == 1) != (topic.ID == "sources") {
			t.Errorf("%s lists the bibliography %d times", topic.ID, all)
		}
	}
}

// TestSignsStandUnderWhatToDo holds that no page names a warning sign without the title
// that says how soon to get help.
func TestSignsStandUnderWhatToDo(t *testing.T) {
	lib := Embedded()
	for _, topic := range lib.Topics {
		for _, p := range topic.Parts {
			id, ok := strings.CutPrefix(p.From, "warnings/")
			if !ok {
				continue
			}
			_, id, _ = strings.Cut(id, "-")
			w, _ := lib.Warning(id)
			if h, _ := lib.Help(w.Tier); p.Title != h.Title {
				t.Errorf("%s: %s stands under %q, want %q", topic.ID, id, p.Title, h.Title)
			}
		}
	}
}

func TestPackTimesAreThoseOfItsClock(t *testing.T) {
	for _, c := range []struct {
		on, most, again int
		want            string
	}{
		{900, 1200, 3600, "Keep it up for 15 minutes. Never over 20 minutes. Then leave it for 1 hour at least."},
		{600, 600, 7200, "Keep it up for 10 minutes at most. Then leave it for 2 hours at least."},
		{60, 60, 5400, "Keep it up for 1 minute at most. Then leave it for 90 minutes at least."},
	} {
		ground := func(id string) Ground { return Ground{Source: id} }
		p := Pack{For: Seconds{c.on, ground("for")}, Cap: Seconds{c.most, ground("cap")}, Again: Seconds{c.again, ground("again")}}
		var text, rests []string
		for _, l := range p.times() {
			text, rests = append(text, l.Text), append(rests, l.Source)
		}
		if got := strings.Join(text, " "); got != c.want || rests[0] != "for" || rests[len(rests)-1] != "again" || len(rests) == 3 && rests[1] != "cap" {
			t.Errorf("%q of %q, want %q", got, rests, c.want)
		}
	}
}

func TestSourcesAreNumberedAsTheyAreListed(t *testing.T) {
	lib := Embedded()
	for i, s := range lib.Sources {
		if n := lib.Number(s.ID); n != i+1 {
			t.Errorf("%s is number %d, and listed as %d", s.ID, n, i+1)
		}
	}
	if n := lib.Number("hearsay"); n != 0 {
		t.Errorf("a source that isn't there is number %d", n)
	}
}

func TestSourceIsCitedWithAllThatIsKnownOfIt(t *testing.T) {
	for _, c := range []struct {
		s    Source
		want string
	}{
		{Source{Publisher: "NHS", Title: "Leg cramps", Read: "copy"}, "NHS. Leg cramps. (read as a copy)"},
		{Source{Publisher: "NHS", Title: "Statins", Read: "news"}, "NHS. Statins. (read as a news report)"},
		{Source{Publisher: "Miller", Title: "Plasma", Year: 2012, Where: "PMID 23182013", Read: "publisher"}, "Miller. Plasma. 2012. PMID 23182013"},
	} {
		if got := c.s.Cited(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// learnMistakes are slips in the files of topics, and what is said of each.
var learnMistakes = []struct{ name, file, old, fresh, want string }{
	{"a file that can't be drawn from", "learn/2-why.yaml", "from: causes/sleep", "from: causes/sleap", `learn/2-why.yaml:12:11: "causes/sleap", which has nothing to be read; expected one of the `},
	{"a context that is none", "learn/3-drinks.yaml", "from: drinks/desk", "from: drinks/opera", `which has nothing to be read; expected one of the `},
	{"a folder that is not for reading", "learn/1-cramp.yaml", "from: advice/cramp", "from: items/wall-calf", `learn/1-cramp.yaml:4:11: "items/wall-calf", which has nothing to be read; expected one of the `},
	{"lines and a file at once", "learn/2-why.yaml", "  - from: advice/causes", "  - from: advice/causes\n    lines:\n      - {text: T., choice: c}", `learn/2-why.yaml:4:5: lines and a file to draw from, or neither; expected one of the two`},
	{"neither lines nor a file", "learn/2-why.yaml", "  - from: advice/causes", "  - title: Why", `learn/2-why.yaml:4:5: lines and a file to draw from, or neither; expected one of the two`},
	{"a line that rests on nothing", "learn/1-cramp.yaml", "        source: ni-direct\n", "", `learn/1-cramp.yaml:10:9: nothing that this rests on; expected either "source" or "choice"`},
	{"an unknown source", "learn/1-cramp.yaml", "source: ni-direct", "source: ni-directs", `learn/1-cramp.yaml:11:17: unknown source "ni-directs"; expected one of the `},
	{"a title too long", "learn/4-heat.yaml", "title: Heat or cold", "title: Heat or cold or neither of the two", `learn/4-heat.yaml:2:8: text of 34 cells; expected at most 28`},
	{"a title of another topic", "learn/4-heat.yaml", "title: Heat or cold", "title: Warning signs", `learn/6-signs.yaml:2:8: a second topic with this title; expected a title of its own`},
	{"an id that the file is not named by", "learn/4-heat.yaml", "id: heat", "id: cold", `learn/4-heat.yaml:1:5: "cold"; expected "heat", as the file is named`},
	{"a part without a title at the top", "learn/4-heat.yaml", "  - title: Heat or cold\n    from: advice/later", "  - from: warnings/25-often", `learn/4-heat.yaml:4:5: a part without a title at the top; expected a title`},
	{"an unknown field", "learn/4-heat.yaml", "    from: advice/later", "    form: advice/later", `learn/4-heat.yaml:5:5: unknown field "form"; expected one of from, lines, title (did you mean from?)`},
	{"a point of no article", "learn/4-heat.yaml", "article: [13]", "article: [17]", `learn/4-heat.yaml:15:11: 17; expected 1 to 16`},
}

func TestTopicMistakeIsNamedWithItsPlace(t *testing.T) {
	for _, m := range learnMistakes {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			files := library(t)
			edit(t, files, m.file, m.old, m.fresh)
			_, err := LoadFS(files)
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("not refused with an *Error: %v", err)
			}
			if got := err.Error(); !strings.Contains(got, m.want) {
				t.Errorf("\n got %s\nwant %s", got, m.want)
			}
		})
	}
}

// TestTopicFilesHaveADigitOfTheirOwn: it is the key that opens the topic.
func TestTopicFilesHaveADigitOfTheirOwn(t *testing.T) {
	const page = "id: rest\ntitle: Rest\nparts:\n  - title: Rest\n    lines:\n      - {text: Rest., choice: c}\n"
	for file, want := range map[string]string{
		"learn/rest.yaml":    `learn/rest.yaml:1:5: "rest"; expected a file name of a digit from 1 to 9, a hyphen and the id`,
		"learn/10-rest.yaml": `learn/10-rest.yaml:1:5: "10-rest"; expected a file name of a digit from 1 to 9, a hyphen and the id`,
		"learn/9-rest.yaml":  `learn/9-sources.yaml:1:5: a second topic with this digit; expected a digit of its own`,
	} {
		files := library(t)
		files[file] = &fstest.MapFile{Data: []byte(page)}
		if _, err := LoadFS(files); err == nil || err.Error() != want {
			t.Errorf("%s:\n got %v\nwant %s", file, err, want)
		}
	}
}
