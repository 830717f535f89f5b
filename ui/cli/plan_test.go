package cli_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/ui/cli"
)

// update rewrites the golden files: go test ./ui/cli -run TestPlanText -update.
var update = flag.Bool("update", false, "rewrite the golden files")

// ground is what a number of the plan rests on.
type ground struct{ Source, Choice string }

// phase, block and plan are the plan as a program that reads the JSON sees it.
type (
	phase struct {
		Kind    string
		Seconds int
		Open    bool
		Rep     int
		ground
	}
	block struct {
		Step, Kind, Item, Name, Side, Dose string
		Reps                               *struct {
			Count int
			ground
		}
		Figure  string
		Seconds int
		Phases  []phase
		Packs   []struct {
			Kind    string
			Figure  string
			Seconds int
			ground
		}
	}
	wholePlan struct {
		Muscle, Routine, Side, Position string
		Figure                          string
		Assumed                         []string
		Blocks                          []block
		LeftOut                         []string `json:"left_out_for_time"`
		NotYou                          []struct {
			Item, Why string
			ground
		} `json:"left_out_for_you"`
		Total   int `json:"total_seconds"`
		Sources []struct{ ID, Title string }
	}
)

// planOf is the plan of a command line, as JSON.
func planOf(t *testing.T, args ...string) wholePlan {
	t.Helper()
	code, out, errs := told(t, append(append([]string{"plan"}, args...), "--json")...)
	var p wholePlan
	if err := json.Unmarshal([]byte(out), &p); err != nil || code != cli.Finished || errs != "" {
		t.Fatalf("%q: exit %d, %v, stderr %q", args, code, err, errs)
	}
	return p
}

// item is the first block of an exercise.
func (p wholePlan) item(id string) (block, bool) {
	for _, b := range p.Blocks {
		if b.Item == id {
			return b, true
		}
	}
	return block{}, false
}

// TestPlanCountsToeRaises: twenty or fifteen of five seconds, as they are asked for.
func TestPlanCountsToeRaises(t *testing.T) {
	t.Parallel()
	for reps, want := range map[string]int{"20": 20, "15": 15} {
		for _, where := range [][]string{{}, {"--position", "standing", "--have", "wall"}} {
			p := planOf(t, append([]string{"calf", "--reps", reps}, where...)...)
			id := "toe-raises-seated"
			if len(where) > 0 {
				id = "toe-raises"
			}
			b, ok := p.item(id)
			if !ok || b.Reps == nil || b.Reps.Count != want {
				t.Fatalf("--reps %s %q: %+v", reps, where, b)
			}
			each := map[int]int{}
			for _, ph := range b.Phases {
				if ph.Kind == "rise" || ph.Kind == "hold" || ph.Kind == "lower" {
					each[ph.Rep] += ph.Seconds
				}
			}
			for rep := 1; rep <= want; rep++ {
				if each[rep] != 5 {
					t.Errorf("--reps %s: raise %d takes %d s", reps, rep, each[rep])
				}
			}
			if len(each) != want {
				t.Errorf("--reps %s: %d raises", reps, len(each))
			}
		}
	}
}

// everyPlan calls f with the plan of every muscle and routine, with all kinds of facts.
func everyPlan(t *testing.T, f func(args string, p wholePlan)) {
	t.Helper()
	names := []string{"legs", "bedtime"}
	for _, m := range content.Muscles() {
		names = append(names, string(m))
	}
	for _, name := range names {
		for _, more := range []string{
			"", "--reps 20", "--position standing --have wall,roller,ball", "--position lying --have towel --context sleep",
			"--side both --care pregnant", "--minutes 1", "--minutes 3 --position standing --have chair", "--minutes 12", "--minutes 30",
		} {
			args := strings.Fields(name + " " + more)
			f(strings.Join(args, " "), planOf(t, args...))
		}
	}
}

// TestPlanNumbersRestOnSomething: every number has its source or is our choice, and
// every source is listed.
func TestPlanNumbersRestOnSomething(t *testing.T) {
	t.Parallel()
	everyPlan(t, func(args string, p wholePlan) {
		listed := map[string]bool{}
		for _, s := range p.Sources {
			listed[s.ID] = s.Title != ""
		}
		rests := func(what string, g ground) {
			if (g.Source == "") == (g.Choice == "") || g.Source != "" && !listed[g.Source] {
				t.Errorf("%s: %s rests on %+v", args, what, g)
			}
		}
		for _, b := range p.Blocks {
			if b.Reps != nil {
				rests(b.Item+" repetitions", b.Reps.ground)
			}
			for _, ph := range b.Phases {
				if ph.Seconds > 0 {
					rests(b.Item+" "+ph.Kind, ph.ground)
				}
			}
			for _, k := range b.Packs {
				rests(k.Kind, k.ground)
			}
		}
		for _, x := range p.NotYou {
			rests(x.Item, x.ground)
		}
	})
}

// TestPlanTotals: totals are the sums of the phases, and no more than the minutes
// there are, unless it is as short as it gets.
func TestPlanTotals(t *testing.T) {
	t.Parallel()
	everyPlan(t, func(args string, p wholePlan) {
		total := 0
		for _, b := range p.Blocks {
			sum := 0
			for _, ph := range b.Phases {
				sum += ph.Seconds
			}
			if sum != b.Seconds {
				t.Errorf("%s: %s takes %d s, its phases %d", args, b.Name, b.Seconds, sum)
			}
			total += sum
		}
		if total != p.Total || total == 0 {
			t.Errorf("%s: %d s in all, the phases take %d", args, p.Total, total)
		}
		if strings.Contains(args, "--minutes 3 ") && total > 180 || strings.Contains(args, "--minutes 12") && total > 720 {
			t.Errorf("%s takes %d s", args, total)
		}
		if cut := strings.HasSuffix(args, "--minutes 1") || strings.Contains(args, "--minutes 3 "); cut && len(p.LeftOut) == 0 {
			t.Errorf("%s: nothing is left out", args)
		}
	})
}

// TestPlanShortest: one exercise on one side and the walk test, about a minute and a half.
func TestPlanShortest(t *testing.T) {
	t.Parallel()
	p := planOf(t, "calf", "--minutes", "1", "--position", "standing", "--have", "wall")
	if len(p.Blocks) != 2 || p.Blocks[0].Item != "wall-calf" || p.Blocks[0].Reps.Count != 1 || p.Blocks[1].Item != "walk-test" || p.Total > 90 {
		t.Errorf("%d s: %+v", p.Total, p.Blocks)
	}
}

// TestPlanSaysWhatIsNotForYou: what is left out, and why.
func TestPlanSaysWhatIsNotForYou(t *testing.T) {
	t.Parallel()
	p := planOf(t, "calf", "--position", "standing", "--have", "wall", "--care", "unsteady")
	if len(p.NotYou) == 0 || p.NotYou[0].Item != "wall-calf" || p.NotYou[0].Why == "" {
		t.Errorf("%+v", p.NotYou)
	}
	if _, there := p.item("wall-calf"); there {
		t.Error("and it is there all the same")
	}
}

// TestPlanText holds what is printed to files that somebody has read. No line is wider than
// 80 cells, or than what COLUMNS says.
func TestPlanText(t *testing.T) {
	t.Parallel()
	for name, args := range map[string]string{
		"calf":    "calf --position standing --have wall,roller --reps 20",
		"quad":    "quad --position lying --have towel --context sleep",
		"minutes": "arch --minutes 3 --care unsteady --have ball --position seated",
		"legs":    "legs", "bedtime": "bedtime",
		"narrow": "calf --position standing --have wall,roller --reps 20",
	} {
		env, widest := map[string]string{}, 80
		if name == "narrow" {
			env["COLUMNS"], widest = "40", 40
		}
		_, got, _ := toldIn(t, env, append([]string{"plan"}, strings.Fields(args)...)...)
		path := filepath.Join("testdata", "plan-"+name+".golden")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs (rewrite it with -update, and read it). It is\n%s", path, got)
		}
		for line := range strings.Lines(got) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > widest {
				t.Errorf("%s: a line of %d cells: %q", path, n, line)
			}
		}
	}
}

// TestPlanTellsWhatFiguresShow holds that whoever reads the plan instead of the screen
// gets every figure in words: the wait's, each exercise's, and those of heat and cold.
func TestPlanTellsWhatFiguresShow(t *testing.T) {
	t.Parallel()
	p := planOf(t, "calf", "--side", "right", "--position", "standing", "--have", "wall")
	if !strings.Contains(p.Figure, "right leg is loose") {
		t.Errorf("the wait shows %q", p.Figure)
	}
	items, packs := 0, 0
	for _, b := range p.Blocks {
		if b.Kind == "item" {
			if items++; b.Figure == "" || strings.Contains(b.Figure, "{") {
				t.Errorf("%s shows %q", b.Item, b.Figure)
			}
		}
		for _, x := range b.Packs {
			if packs++; !strings.Contains(x.Figure, "pack") || strings.Contains(x.Figure, "{") {
				t.Errorf("%s shows %q", x.Kind, x.Figure)
			}
		}
	}
	if items < 5 || packs != 2 {
		t.Errorf("%d exercises and %d packs", items, packs)
	}
}
