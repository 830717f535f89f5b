package content

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// The library's own decoder into structs turns numbers into text, takes null for
// any value and reports whichever of two unknown fields a map happens to yield.
// Walking the nodes here is stricter, always names the same error, knows the
// exact place of each, and takes half the time.

// maxText is the longest text of any field, in characters.
const maxText = 240

// grounded is everything that embeds a Ground.
type grounded interface{ ground() Ground }

// ground is what a statement rests on.
func (g Ground) ground() Ground { return g }

// ref is a source that a statement rests on, with its place.
type ref struct {
	doc   *doc
	token *token.Token
	id    string
}

// binder decodes one file and notes the sources it names.
type binder struct {
	doc  *doc
	refs []ref
	own  *leave // what a file of the person's own may do beside, nil = it's the library's
}

// shape is what a struct's tags say about its fields.
type shape struct {
	names  []string // sorted, for messages
	fields map[string]field
	ground bool // it embeds Ground
}

type field struct {
	index    []int
	optional bool
}

var (
	groundType = reflect.TypeFor[Ground]()
	shapes     = shapesOf(reflect.TypeFor[Item](), reflect.TypeFor[Relief](), reflect.TypeFor[Waiting](),
		reflect.TypeFor[Pack](), reflect.TypeFor[Drink](), reflect.TypeFor[Cause](), reflect.TypeFor[Routine](), reflect.TypeFor[Own](), reflect.TypeFor[Warning](), reflect.TypeFor[Help](),
		reflect.TypeFor[Advice](), reflect.TypeFor[Topic](), reflect.TypeFor[Pace](), reflect.TypeFor[Source](), reflect.TypeFor[Figure]())
	words = map[reflect.Type][]string{
		reflect.TypeFor[Muscle]():   texts(Muscles()),
		reflect.TypeFor[Position](): texts(Positions()),
		reflect.TypeFor[Context]():  texts(Contexts()),
		reflect.TypeFor[Thing]():    texts(Things()),
		reflect.TypeFor[Care]():     texts(Cares()),
		reflect.TypeFor[Step]():     texts(Steps()),
		reflect.TypeFor[Kind]():     texts(Kinds()),
		reflect.TypeFor[View]():     texts(Views()),
		reflect.TypeFor[Legs]():     texts(AllLegs()),
		reflect.TypeFor[Leg]():      texts([]Leg{Near, Far}),
		reflect.TypeFor[PropKind](): texts(PropKinds()),
	}
)

// shapesOf reads the tags of the given structs and of all they contain.
func shapesOf(types ...reflect.Type) map[reflect.Type]shape {
	all := map[reflect.Type]shape{}
	var add func(reflect.Type)
	add = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Slice, reflect.Map:
			add(t.Elem())
		case reflect.Struct:
			if _, done := all[t]; done {
				return
			}
			s := shapeOf(t)
			all[t] = s
			for _, f := range s.fields {
				add(t.FieldByIndex(f.index).Type)
			}
		}
	}
	for _, t := range types {
		add(t)
	}
	return all
}

func shapeOf(t reflect.Type) shape {
	s := shape{fields: map[string]field{}}
	for _, f := range reflect.VisibleFields(t) {
		if f.Anonymous {
			s.ground = s.ground || f.Type == groundType
			continue
		}
		name, rest, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "-" {
			continue // no file says it
		}
		s.fields[name] = field{f.Index, rest == "omitempty"}
		s.names = append(s.names, name)
	}
	s.names = sorted(s.names)
	return s
}

func texts[T ~string](words []T) []string {
	s := make([]string, len(words))
	for i, w := range words {
		s[i] = string(w)
	}
	return s
}

// decode is the one door: bytes to a value of any content type, strictly.
func decode[T any](file string, data []byte) (T, *binder, error) {
	var v T
	d, err := parse(file, data)
	if err != nil {
		return v, nil, err
	}
	b := &binder{doc: d}
	if e := b.bind(d.root, reflect.ValueOf(&v).Elem()); e != nil {
		return v, nil, e
	}
	return v, b, nil
}

// fail is an error at a node.
func (b *binder) fail(node ast.Node, what, want string) *Error {
	return b.failAt(start(node), what, want)
}

func (b *binder) failAt(t *token.Token, what, want string) *Error {
	e := &Error{File: b.doc.file, What: what, Want: want}
	if t != nil && t.Position != nil {
		e.Line, e.Column = t.Position.Line, t.Position.Column
	}
	return e
}

// bind sets v from node. Kinds that content never uses don't occur: the types
// are ours.
func (b *binder) bind(node ast.Node, v reflect.Value) *Error {
	switch v.Kind() {
	case reflect.Struct:
		return b.bindStruct(node, v)
	case reflect.Slice:
		return b.bindList(node, v)
	case reflect.Map:
		return b.bindMap(node, v)
	case reflect.String:
		return b.bindText(node, v)
	case reflect.Int:
		return b.bindNumber(node, v)
	default:
		return b.bindBool(node, v)
	}
}

func (b *binder) bindStruct(node ast.Node, v reflect.Value) *Error {
	m, ok := node.(*ast.MappingNode)
	s := shapes[v.Type()]
	if !ok {
		return b.bindBrief(node, v)
	}
	given := make(map[string]bool, len(m.Values))
	for _, kv := range m.Values {
		name := kv.Key.GetToken().Value
		given[name] = true
		if err := b.slip(b.bindField(kv, s, v)); err != nil {
			return err
		}
	}
	for _, name := range s.names {
		if given[name] || s.fields[name].optional || b.named(v, name) {
			continue
		}
		missing := b.fail(node, fmt.Sprintf("missing field %q", name), b.kindOf(v.FieldByIndex(s.fields[name].index).Type()))
		if err := b.slip(missing); err != nil {
			return err
		}
	}
	if g, ok := reflect.TypeAssert[grounded](v.Addr()); ok && s.ground {
		b.keepGround(v)
		return b.ground(m, g.ground())
	}
	return nil
}

// bindField sets the field of v that a key names.
func (b *binder) bindField(kv *ast.MappingValueNode, s shape, v reflect.Value) *Error {
	name := kv.Key.GetToken().Value
	f, known := s.fields[name]
	if !known {
		want := oneOf(name, s.names)
		if b.own != nil && brief[v.Type()] == "Text" {
			want = "text with a colon in quotes" // what stands before it was taken for a field
		}
		return b.failAt(kv.Key.GetToken(), fmt.Sprintf("unknown field %q", cut(name)), want)
	}
	defer b.enter(name)()
	err := b.bind(kv.Value, v.FieldByIndex(f.index))
	if err != nil && name == "pack" {
		err.Want = oneOf(kv.Value.GetToken().Value, texts([]Thing{Heat, Cold})) // no other thing is one
	}
	return err
}

// ground holds that a statement rests on exactly one thing, and notes its source.
func (b *binder) ground(m *ast.MappingNode, g Ground) *Error {
	const want = `either "source" or "choice"`
	switch {
	case g.Source == "" && g.Choice == "" && b.lent(m):
	case g.Source == "" && g.Choice == "":
		return b.fail(m, "nothing that this rests on", want)
	case g.Source != "" && g.Choice != "":
		key, _ := child(m, "choice")
		return b.failAt(key, `both "source" and "choice"`, want)
	case g.Source != "":
		_, at := child(m, "source")
		b.refs = append(b.refs, ref{b.doc, start(at), g.Source})
	}
	return nil
}

func (b *binder) bindList(node ast.Node, v reflect.Value) *Error {
	s, ok := node.(*ast.SequenceNode)
	if !ok {
		return b.fail(node, describe(node), kindOf(v.Type())+asList(node))
	}
	if len(s.Values) == 0 {
		return b.fail(node, "an empty list", "entries, or no such field")
	}
	list := reflect.MakeSlice(v.Type(), len(s.Values), len(s.Values))
	for i, n := range s.Values {
		if err := b.slip(b.bind(n, list.Index(i))); err != nil {
			return err
		}
	}
	v.Set(list)
	return nil
}

func (b *binder) bindMap(node ast.Node, v reflect.Value) *Error {
	m, ok := node.(*ast.MappingNode)
	if !ok {
		return b.fail(node, describe(node), kindOf(v.Type()))
	}
	all := reflect.MakeMapWithSize(v.Type(), len(m.Values))
	for _, kv := range m.Values {
		key := reflect.New(v.Type().Key()).Elem()
		key.SetString(kv.Key.GetToken().Value)
		if err := b.word(kv.Key.GetToken(), key); err != nil {
			return err
		}
		value := reflect.New(v.Type().Elem()).Elem()
		if err := b.bind(kv.Value, value); err != nil {
			return err
		}
		all.SetMapIndex(key, value)
	}
	v.Set(all)
	return nil
}
