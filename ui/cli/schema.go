package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// planVersion is the version of what uncramp plan --json prints. It changes where a
// program that reads the plan could break: a field goes, is left out where it never
// was, or has another type, unit or meaning. A field that is added, or a new word in a
// list of words, doesn't change it: who reads a plan leaves alone what they don't know.
const planVersion = 1

// schemaRules says the same to whoever reads the schema.
const schemaRules = "What uncramp plan --json prints. The schema is that of the program that prints it, " +
	"and knows every field. The version changes where a field goes, is left out where it never was, or has " +
	"another type, unit or meaning; it stays where a field is added or a list of words gets a new one: leave " +
	"alone what you don't know. Lengths are whole seconds. A number or a sentence rests on a source, by its " +
	"id in sources, or is a choice of the program's makers, with the reason."

// schema is a part of a JSON Schema, draft 2020-12.
type schema struct {
	Draft       string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Ref         string             `json:"$ref,omitempty"`
	Type        string             `json:"type,omitempty"`
	Const       int                `json:"const,omitempty"`
	Words       []string           `json:"enum,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Fields      map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Others      *bool              `json:"additionalProperties,omitempty"`
	OneOf       []*schema          `json:"oneOf,omitempty"`
	Defs        map[string]*schema `json:"$defs,omitempty"`
}

// printSchema prints the schema of a plan.
func (a *app) printSchema(args []string) error {
	if len(args) > 0 {
		return usage{errors.New("plan: --schema is about every plan; it takes no word")}
	}
	return writeJSON(a.world.Out, planSchema())
}

// writeJSON writes a value to be read by programs, and by people.
func writeJSON(w io.Writer, v any) error {
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	if err := out.Encode(v); err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	return nil
}

// planSchema is the schema of a plan, made of the types that the plan is made of.
func planSchema() *schema {
	m := schemaMaker{defs: map[string]*schema{}}
	s := m.object(reflect.TypeFor[plan](), "plan")
	s.Draft = "https://json-schema.org/draft/2020-12/schema"
	s.Title, s.Description = fmt.Sprintf("uncramp plan, version %d", planVersion), schemaRules
	s.Fields["version"] = &schema{Type: "integer", Const: planVersion, Description: s.Fields["version"].Description}
	s.OneOf = []*schema{{Required: []string{"muscle"}}, {Required: []string{"routine"}}}
	s.Defs = m.defs
	return s
}

// schemaMaker makes schemas of types.
type schemaMaker struct{ defs map[string]*schema }

// object is the schema of a struct. A field that can be left out is not required.
func (m schemaMaker) object(t reflect.Type, name string) *schema {
	s := &schema{Type: "object", Fields: map[string]*schema{}, Others: new(bool)}
	for _, f := range reflect.VisibleFields(t) {
		tag, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if tag == "" || f.Anonymous {
			continue // its own fields follow
		}
		x := m.value(f.Type)
		if list, ok := planWords[name+"."+tag]; ok {
			x.Words = list
		}
		x.Description = planFields[name+"."+tag]
		if len(f.Index) > 1 { // of what it rests on: the same everywhere
			x.Description = planFields["ground."+tag]
		}
		s.Fields[tag] = x
		if options != "omitempty" {
			s.Required = append(s.Required, tag)
		}
	}
	return s
}

// value is the schema of a value. What has a name of its own stands in one place.
func (m schemaMaker) value(t reflect.Type) *schema {
	switch t.Kind() {
	case reflect.Pointer:
		return m.value(t.Elem())
	case reflect.Slice:
		return &schema{Type: "array", Items: m.value(t.Elem())}
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer", Minimum: new(int)}
	case reflect.Struct:
		name := strings.ToLower(strings.TrimPrefix(t.Name(), "plan"))
		if m.defs[name] == nil {
			m.defs[name] = m.object(t, name)
		}
		return &schema{Ref: "#/$defs/" + name}
	}
	return &schema{Type: "string", Words: typeWords[t]}
}

// typeWords are the words that a type has.
var typeWords = map[reflect.Type][]string{
	reflect.TypeFor[content.Muscle]():   plain(content.Muscles()),
	reflect.TypeFor[content.Position](): plain(content.Positions()),
	reflect.TypeFor[content.Context]():  plain(content.Contexts()),
	reflect.TypeFor[content.Thing]():    plain(content.Things()),
	reflect.TypeFor[content.Care]():     plain(content.Cares()),
	reflect.TypeFor[content.Step]():     plain(content.Steps()),
	reflect.TypeFor[session.Side]():     plain(session.Sides()),
	reflect.TypeFor[session.PhaseKind](): plain([]session.PhaseKind{
		session.Ready, session.Rise, session.Hold, session.Lower, session.Rest, session.Switch, session.Timed, session.Open,
	}),
}

// planWords are the words of fields whose type has others too.
var planWords = map[string][]string{
	"block.kind": plain([]session.BlockKind{session.ItemBlock, session.AskBlock, session.PackBlock, session.DrinkBlock}),
	"pack.kind":  plain([]content.Thing{content.Heat, content.Cold}),
}
