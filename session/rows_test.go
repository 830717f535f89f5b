package session

import (
	"sync"
	"time"

	"uncramp/content"
)

// rowOf names where a session stands, as the table of steps and events does.
func rowOf(s Session) string {
	switch {
	case s.Mode == Ended:
		return "summary"
	case s.Mode == Paused:
		return "paused " + rowOfHead(s)
	case s.Ease.Signed():
		return "signed " + rowOfHead(s)
	}
	return rowOfHead(s)
}

func rowOfHead(s Session) string {
	b, p := s.Head(), s.Phase()
	switch b.Kind {
	case GripBlock:
		return "grip " + string(p.Kind)
	case PackBlock:
		return rowOfPack(s)
	case ItemBlock:
		return rowOfItem(b, p)
	}
	return string(b.Kind)
}

func rowOfPack(s Session) string {
	switch {
	case s.Pack.Kind == "":
		return "fetch"
	case s.Pack.Asking:
		return "skin check"
	}
	return "pack on"
}

func rowOfItem(b Block, p Phase) string {
	switch {
	case b.Item == edgeItem:
		return "edge " + string(p.Kind)
	case b.Slot == "check" && p.Kind != Ready:
		return "check"
	case p.Kind == Open:
		return "massage"
	case p.Kind == Hold && b.paced():
		return "top" // the hold at the top of a raise
	}
	return string(p.Kind)
}

// column is an event of the table.
type column struct {
	name string
	of   func(Session) Event
	rare bool // accepted in few of the states of a row
}

// columns are the events of the table, every kind of answer apart.
var columns = sync.OnceValue(func() []column {
	rare := map[string]bool{"more": true, "heat": true, "cold": true}
	list := []column{{name: "tell", of: func(s Session) Event { return Tell{s.Facts} }}}
	for _, c := range []struct {
		name string
		e    Event
	}{
		{"tick", Tick{}}, {"where", Where{}},
		{"easing", Check{Easing}}, {"same", Check{Same}}, {"worse", Check{Worse}},
		{"eased", Eased{}}, {"grip", Grip{}}, {"again", Again{}}, {"too much", TooMuch{}},
		{"go", Go{}}, {"next", Next{}}, {"back", Back{}}, {"more", More{}},
		{"heat", Choose{content.Heat}}, {"cold", Choose{content.Cold}}, {"neither", Choose{}},
		{"skin ok", Skin{true}}, {"skin off", Skin{false}},
		{"sign 1", Warn{content.Emergency}}, {"sign 2", Warn{content.SameDay}}, {"sign 3", Warn{content.Soon}},
		{"pause", Pause{}}, {"resume", Resume{}}, {"away", Away{time.Minute}}, {"leave", Leave{}},
	} {
		list = append(list, column{c.name, func(Session) Event { return c.e }, rare[c.name]})
	}
	return list
})
