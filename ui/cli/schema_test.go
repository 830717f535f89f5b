package cli_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/spf13/pflag"

	"uncramp/content"
	"uncramp/ui/cli"
)

// printedSchema is what plan --schema prints, and what it says.
func printedSchema(t *testing.T) (text string, read *jsonschema.Schema) {
	t.Helper()
	code, text, errs := told(t, "plan", "--schema")
	if code != cli.Finished || errs != "" {
		t.Fatalf("exit %d, stderr %q", code, errs)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("plan.json", decoded(t, text)); err != nil {
		t.Fatal(err)
	}
	read, err := c.Compile("plan.json")
	if err != nil {
		t.Fatal(err)
	}
	return text, read
}

// decoded is what a JSON text says.
func decoded(t *testing.T, text string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// manyPlans lists the words of plans: every muscle and routine, with every word of
// every flag, and with many at once.
func manyPlans(t *testing.T) (list [][]string) {
	t.Helper()
	plan := command(t, "plan")
	var facts []string
	plan.Flags().VisitAll(func(f *pflag.Flag) {
		for _, w := range offered(t, "plan", "--"+f.Name, "") {
			if f.Value.Type() != "bool" {
				facts = append(facts, "--"+f.Name+"="+w)
			}
		}
	})
	facts = append(facts, "", "--minutes=1", "--minutes=5", "--minutes=12", "--minutes=240",
		"--position=standing --have=wall,chair,roller,ball,heat,cold --side=both --reps=20",
		"--position=lying --have=towel --context=sleep --care=pregnant,numb,thinner,circulation",
		"--care=hip,unsteady,fluid-limit --context=long --minutes=3")
	for _, name := range cli.WordsOf(plan) {
		for _, f := range facts {
			list = append(list, append([]string{"plan", name, "--json"}, strings.Fields(f)...))
		}
	}
	return list
}

// TestSchemaTakesNoWord: it is of every plan.
func TestSchemaTakesNoWord(t *testing.T) {
	t.Parallel()
	if code, out, errs := told(t, "plan", "calf", "--schema"); code != cli.Usage || out != "" || !strings.Contains(errs, "it takes no word") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}

// TestPlansFitTheSchema: every plan of every muscle and routine.
func TestPlansFitTheSchema(t *testing.T) {
	t.Parallel()
	_, s := printedSchema(t)
	list := manyPlans(t)
	for _, args := range list {
		_, out, _ := told(t, args...)
		if err := s.Validate(decoded(t, out)); err != nil {
			t.Errorf("%q: %v", args, err)
		}
	}
	home := map[string]string{"XDG_CONFIG_HOME": t.TempDir()}
	_, _, errs := toldIn(t, home, "routine", "new", "knee")
	_, out, more := toldIn(t, home, "plan", "knee", "--json")
	if err := s.Validate(decoded(t, out)); err != nil || errs+more != "" {
		t.Errorf("a routine of one's own: %v, stderr %q", err, errs+more)
	}
	if least := 20 * (len(content.Muscles()) + len(content.Embedded().Routines)); len(list) < least {
		t.Errorf("%d plans, want at least %d", len(list), least)
	}
}

// TestSchemaIsStrict: a field that nobody knows doesn't fit, wherever it stands, nor
// does a plan without one that has to be there, or of another version.
func TestSchemaIsStrict(t *testing.T) {
	t.Parallel()
	_, s := printedSchema(t)
	_, out, _ := told(t, "plan", "calf", "--json", "--position=standing", "--have=wall,roller", "--care=unsteady")
	whole := decoded(t, out)
	objects := 0
	everyObject(whole, func(o map[string]any) {
		objects++
		o["unheard"] = "of"
		if s.Validate(whole) == nil {
			t.Errorf("an unknown field fits in %v", slices.Sorted(maps.Keys(o)))
		}
		delete(o, "unheard")
	})
	if objects < 50 {
		t.Errorf("%d objects are looked at", objects)
	}
	top, ok := whole.(map[string]any)
	if !ok || s.Validate(whole) != nil {
		t.Fatal("the plan itself doesn't fit")
	}
	for field, value := range top {
		delete(top, field)
		if required := field != "figure" && field != "minutes" && field != "context"; (s.Validate(whole) != nil) != required {
			t.Errorf("without %s it fits: %t", field, required)
		}
		top[field] = value
	}
	for field, value := range map[string]any{
		"version": json.Number("0"), "muscle": "elbow", "side": "up", "total_seconds": json.Number("-1"), "routine": "legs", "have": "wall",
	} {
		was, there := top[field]
		if top[field] = value; s.Validate(whole) == nil {
			t.Errorf("%s: %v fits", field, value)
		}
		if top[field] = was; !there {
			delete(top, field)
		}
	}
}

// everyObject calls f for every object of a document.
func everyObject(v any, f func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		for _, x := range v {
			everyObject(x, f)
		}
		f(v)
	case []any:
		for _, x := range v {
			everyObject(x, f)
		}
	}
}

// fieldsOf lists the fields of a schema by their place, with what each is.
func fieldsOf(t *testing.T, text string) map[string]string {
	t.Helper()
	list := map[string]string{}
	top, ok := decoded(t, text).(map[string]any)
	if !ok {
		t.Fatal("the schema is no object")
	}
	objects := map[string]any{"plan": top}
	if defs, ok := top["$defs"].(map[string]any); ok {
		maps.Copy(objects, defs)
	}
	for name, o := range objects {
		o, _ := o.(map[string]any)
		required, _ := o["required"].([]any)
		fields, _ := o["properties"].(map[string]any)
		for field, x := range fields {
			x, _ := x.(map[string]any)
			delete(x, "description")
			if words, ok := x["enum"].([]any); ok {
				x["enum"] = len(words) > 0 // a new word breaks nothing
			}
			kind, err := json.Marshal(x)
			if err != nil {
				t.Fatal(err)
			}
			list[name+"."+field] = string(kind) + " required " + strconv.FormatBool(slices.Contains(required, any(field)))
		}
	}
	return list
}

// TestSchemaVersion: what could break a program that reads a plan takes a new version.
// The golden file of a version is what it promised when it was last looked at.
func TestSchemaVersion(t *testing.T) {
	t.Parallel()
	text, _ := printedSchema(t)
	path := filepath.Join("testdata", "plan-schema-"+strconv.Itoa(cli.PlanVersion)+".golden")
	promised, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	if err == nil {
		now := fieldsOf(t, text)
		for field, was := range fieldsOf(t, string(promised)) {
			if now[field] != was {
				t.Fatalf("%s was %s and is %s: that takes another planVersion", field, was, now[field])
			}
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if text != string(promised) {
		t.Errorf("%s differs, and no reader breaks: rewrite it with -update", path)
	}
}

// TestFieldsAreDescribed: each field of the schema says what it is, and nothing is
// described that isn't there.
func TestFieldsAreDescribed(t *testing.T) {
	t.Parallel()
	text, _ := printedSchema(t)
	described := cli.PlanFields()
	for field := range fieldsOf(t, text) {
		_, last, _ := strings.Cut(field, ".")
		if !slices.Contains(described, field) && !slices.Contains(described, "ground."+last) {
			t.Errorf("nothing says what %s is", field)
		}
	}
	for _, field := range described {
		if _, there := fieldsOf(t, text)[field]; !there && !strings.HasPrefix(field, "ground.") {
			t.Errorf("%s is described, and isn't there", field)
		}
	}
}
