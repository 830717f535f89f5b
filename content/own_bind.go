package content

import (
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// A file of the person's own is written by hand: what it states may be brief, and rests
// on what the whole routine rests on. All that is wrong with it is told at once. The
// library is reviewed word by word, and has none of this.

// leave is what a file of the person's own may do beside what the library's files may.
type leave struct {
	slips   slips
	sided   bool      // {side} and {other} may stand where we are
	grounds []*Ground // of everything in the file
}

// slips are what is wrong with a file: all of it up to a limit, one for each place.
type slips struct{ list []*Error }

// mostSlips is how much of what is wrong with a file is told at once.
const mostSlips = 30

// full says that nothing more is noted.
func (s *slips) full() bool { return len(s.list) >= mostSlips }

// add notes what is wrong, unless something is wrong there already, or in what follows
// on the line: the value of a field is behind its name.
func (s *slips) add(e *Error) {
	for _, x := range s.list {
		if x.Line == e.Line && x.Column >= e.Column {
			return
		}
	}
	if !s.full() {
		s.list = append(s.list, e)
	}
}

// slip is an error that ends the reading: in the library every one, in a file of the
// person's own only the one that is too many.
func (b *binder) slip(e *Error) *Error {
	if e == nil || b.own == nil {
		return e
	}
	if b.own.slips.add(e); b.own.slips.full() {
		return e
	}
	return nil
}

// brief are the fields that may stand for the whole of what they are in.
var brief = map[reflect.Type]string{
	reflect.TypeFor[Seconds](): "Seconds", reflect.TypeFor[Count](): "Count",
	reflect.TypeFor[Line](): "Text", reflect.TypeFor[Note](): "Text",
}

// bindBrief sets a struct from something that is no mapping: a plain number or a plain
// text, where that is allowed.
func (b *binder) bindBrief(node ast.Node, v reflect.Value) *Error {
	name := brief[v.Type()]
	_, scalar := node.(ast.ScalarNode)
	if b.own == nil || name == "" || !scalar {
		return b.fail(node, describe(node), kindOf(v.Type()))
	}
	b.keepGround(v)
	return b.bind(node, v.FieldByName(name))
}

// kindOf names what belongs in a field of that type, in its briefest form.
func (b *binder) kindOf(t reflect.Type) string {
	if name := brief[t]; b.own != nil && name != "" {
		f, _ := t.FieldByName(name)
		return kindOf(f.Type)
	}
	return kindOf(t)
}

// keepGround notes a ground that may have to be filled.
func (b *binder) keepGround(v reflect.Value) {
	if b.own == nil {
		return
	}
	if g, ok := reflect.TypeAssert[*Ground](v.FieldByName("Ground").Addr()); ok {
		b.own.grounds = append(b.own.grounds, g)
	}
}

// lent says that a statement may do without a ground: the whole routine has one.
func (b *binder) lent(m *ast.MappingNode) bool { return b.own != nil && ast.Node(m) != b.doc.root }

// named says that a field may be absent because the file's name makes it.
func (b *binder) named(v reflect.Value, field string) bool {
	return field == "id" && v.Type() == reflect.TypeFor[Own]()
}

// enter goes into a field, and returns the way back.
func (b *binder) enter(field string) func() {
	if b.own == nil {
		return func() {}
	}
	was := b.own.sided
	switch field {
	case "how", "say", "words":
		b.own.sided = true
	case "text": // of one of these, or of something else
	default:
		b.own.sided = false
	}
	return func() { b.own.sided = was }
}

// sides takes out the places in a text that a leg's name is filled into.
var sides = strings.NewReplacer("{side}", "", "{other}", "")

// braces refuses places in a text that nothing would fill.
func (b *binder) braces(n *ast.StringNode) *Error {
	switch {
	case !strings.ContainsAny(n.Value, "{}"):
		return nil
	case !b.own.sided:
		return b.fail(n, "words in braces", "plain words here")
	case strings.ContainsAny(sides.Replace(n.Value), "{}"):
		return b.fail(n, "unknown words in braces", "{side} or {other}")
	}
	return nil
}

// settle fills the grounds of what states none with the whole routine's, and says of
// every reason that it is the file's own: nobody is to take it for the program's.
func (w *leave) settle(whole Ground) {
	if whole.Choice != "" {
		whole.Choice = yours + whole.Choice
	}
	for _, g := range w.grounds {
		switch {
		case *g == Ground{}:
			*g = whole
		case g.Choice != "":
			g.Choice = yours + g.Choice
		}
	}
}

// yours stands before the reasons that a file of the person's own gives.
const yours = "your file: "
