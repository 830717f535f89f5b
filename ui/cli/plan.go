package cli

import (
	"slices"
	"strings"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// printPlan prints what a session or a routine would do.
func (a *app) printPlan(f session.Facts) error {
	p := newPlan(a.shelf.library(), f)
	if !a.flags.json {
		_, err := a.world.Out.WriteString(p.text(a.world.columns()))
		return err
	}
	return writeJSON(a.world.Out, p)
}

// planner makes a plan, and notes the sources that it cites.
type planner struct {
	lib  *content.Library
	s    session.Session
	used map[string]bool
}

// newPlan is the plan that the facts lead to, from the machine that would run it.
func newPlan(lib *content.Library, told session.Facts) plan {
	pl := planner{lib: lib, used: map[string]bool{}}
	library := func() *content.Library { return lib }
	p := plan{Version: planVersion, Blocks: []planBlock{}}
	if r, ok := lib.Routine(told.Routine); ok {
		pl.s = session.Follow(told, r, library)
		p.Own, p.Routine, p.First, p.Notes = r.Own, r.ID, pl.lines([]content.Line{r.For}), pl.lines(r.Notes)
	} else {
		w, _ := lib.Waiting(told.Muscle)
		pl.s, _ = session.New(told, w, library).Apply(session.Eased{}, 0)
		p.Muscle, p.First = told.Muscle, pl.lines(slices.Concat([]content.Line{w.First(told.Context)}, w.Lines, []content.Line{w.Ends, w.Early}))
	}
	f := pl.s.Facts
	if x, ok := content.FirstFigure(told.Muscle, f.Stance()); ok && p.Routine == "" {
		p.Figure = session.Sided(x.Words, f.Leg())
	}
	p.Side, p.Position, p.Context, p.Minutes = f.Leg(), f.Stance(), f.Context, f.Minutes
	p.Have, p.Care = append([]content.Thing{}, f.Have...), append([]content.Care{}, f.Care...)
	p.Assumed, p.LeftOut, p.NotYou = assumed(told, f), pl.s.CutWords(pl.s.Cuts), pl.spared()
	for _, b := range pl.s.Upcoming() {
		x := pl.block(b)
		p.Blocks = append(p.Blocks, x)
		p.Total += x.Seconds
	}
	if slices.Contains(pl.s.Cuts, session.Cut{Kind: session.CutPack}) {
		later, _ := lib.Advice("later")
		p.Notes = append(p.Notes, pl.lines(later.Lines)...)
	}
	stop, _ := lib.Advice("stop")
	p.StopIf = pl.lines(stop.Lines)
	about, _ := lib.Advice("about")
	p.Notes = append(p.Notes, pl.lines(about.Lines)...)
	p.Sources = pl.sources()
	return p
}

// assumed lists what was not told and what is taken to be so.
func assumed(told, f session.Facts) []string {
	list := []string{}
	if told.Side == "" {
		list = append(list, "side "+string(f.Leg()))
	}
	if told.Position == "" {
		list = append(list, "position "+string(f.Stance()))
	}
	if len(told.Have) == 0 {
		for _, t := range f.Have {
			list = append(list, "have "+string(t))
		}
	}
	return list
}

// spared lists what is left out because it is not for this person.
func (pl *planner) spared() []spared {
	list := []spared{}
	for _, x := range pl.s.Spared() {
		list = append(list, spared{x.ID, x.Name, x.Why.Why, pl.ground(x.Why.Ground)})
	}
	return list
}

// block is one block of the plan.
func (pl *planner) block(b session.Block) planBlock {
	x := planBlock{Step: b.Step, Kind: string(b.Kind), Item: b.Item, Side: b.Side, Dose: b.Dose()}
	if b.Reps > 0 {
		x.Reps = &planCount{b.PerSet(), pl.ground(b.Count)}
	}
	if b.InSets() {
		x.Sets = &planCount{b.Sets, pl.ground(b.SetsBy)}
	}
	for _, ph := range b.Phases {
		y := planPhase{Kind: ph.Kind, Verb: pl.verb(b, ph), Seconds: seconds(max(ph.For, ph.Hint)), Open: ph.For == 0, Rep: ph.Rep, ground: pl.ground(ph.Ground)}
		if b.Break(ph) {
			y.Verb, x.Break = "break", &planLength{y.Seconds, y.ground}
		}
		x.Seconds += y.Seconds
		x.Phases = append(x.Phases, y)
	}
	switch b.Kind {
	case session.AskBlock:
		x.Name, x.Packs = "Heat, cold or neither", pl.packs()
	case session.PackBlock:
		pl.pack(&x, b)
	case session.DrinkBlock:
		x.Name, x.How = "What to drink", pl.lines(pl.s.Drinks())
	default:
		pl.describe(&x, b)
	}
	return x
}

// verb is what a phase is called on the screen, in small letters.
func (pl *planner) verb(b session.Block, ph session.Phase) string {
	it, ok := pl.lib.Item(b.Item)
	switch word, general := session.Verbs[ph.Kind]; {
	case general:
		return strings.ToLower(word)
	case ok:
		return strings.ToLower(it.Verb)
	case b.Kind == session.DrinkBlock:
		return "read"
	case b.Kind == session.PackBlock && ph.For > 0:
		return b.Item
	case b.Kind == session.PackBlock:
		return "fetch"
	}
	return "choose"
}

// describe adds what an exercise is and how it is done.
func (pl *planner) describe(x *planBlock, b session.Block) {
	it, _ := pl.s.ItemOf(b)
	x.Name, x.Sources = it.Name, it.Sources
	for _, id := range it.Sources {
		pl.used[id] = true
	}
	if f, ok := pl.lib.ItemFigure(b.Item, b.Muscle, pl.s.Facts.Stance()); ok {
		x.Figure = session.Sided(f.Words, b.Side)
	}
	for _, l := range it.How {
		x.How = append(x.How, statement{session.Sided(l.Text, b.Side), pl.ground(l.Ground)})
	}
	x.StopIf = pl.lines(it.StopIf)
	for _, n := range it.Notes {
		if n.Care == "" || pl.s.Facts.Care.Has(n.Care) {
			x.Notes = append(x.Notes, pl.lines([]content.Line{n.Line})...)
		}
	}
}

// pack adds what heat or cold of a routine is, how it is done, and with what it is not.
func (pl *planner) pack(x *planBlock, b session.Block) {
	def, _ := pl.lib.Pack(content.Thing(b.Item), b.Muscle)
	on := b.Phases[len(b.Phases)-1]
	x.Name = def.Name
	x.Packs = []planPack{{def.Kind, def.Name, seconds(on.For), pl.s.Facts.Have.Has(def.Kind), "", pl.ground(on.Ground)}}
	if f, ok := pl.lib.PackFigure(def.ID, b.Muscle, pl.s.Facts.Stance()); ok {
		x.Figure = session.Sided(f.Words, b.Side)
	}
	x.How = pl.lines(def.How)
	for _, l := range def.Not {
		x.Notes = append(x.Notes, statement{"Not with: " + content.Lower(l.Text), pl.ground(l.Ground)})
	}
}

// packs is what the question about heat or cold offers.
func (pl *planner) packs() []planPack {
	var list []planPack
	for _, kind := range []content.Thing{content.Heat, content.Cold} {
		def, ok := pl.lib.Pack(kind, pl.s.Facts.Muscle)
		if !ok || pl.s.PackRefusal(kind) != "" {
			continue
		}
		x := planPack{kind, def.Name, seconds(pl.s.PackLength(kind)), pl.s.Facts.Have.Has(kind), "", pl.ground(def.For.Ground)}
		if f, ok := pl.lib.PackFigure(def.ID, pl.s.Facts.Muscle, pl.s.Facts.Stance()); ok {
			x.Figure = session.Sided(f.Words, pl.s.Facts.Leg())
		}
		list = append(list, x)
	}
	return list
}

// lines are sentences of the content.
func (pl *planner) lines(list []content.Line) []statement {
	out := []statement{}
	for _, l := range list {
		out = append(out, statement{l.Text, pl.ground(l.Ground)})
	}
	return out
}

// ground notes a source as used.
func (pl *planner) ground(g content.Ground) ground {
	if g.Source != "" {
		pl.used[g.Source] = true
	}
	return ground{g.Source, g.Choice}
}

// sources lists what was cited, in the bibliography's order.
func (pl *planner) sources() []planSource {
	list := []planSource{}
	for _, s := range pl.lib.Sources {
		if pl.used[s.ID] {
			list = append(list, planSource{s.ID, s.Publisher, s.Title, s.Year, s.Where, s.Read})
		}
	}
	return list
}

// seconds is a length of time in whole seconds.
func seconds(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }
