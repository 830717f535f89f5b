package ui

import "slices"

// rank says when a part of a screen leaves where there is no room: the highest
// first. What has rank stays never leaves.
type rank int

// What a part is, from what never leaves to what leaves first.
const (
	stays    rank = iota
	matters       // what keeps somebody safe
	title         // what is being done
	progress      // how far it is
	extra         // more about how far it is
	sources       // where it comes from
	nextUp        // what follows
)

// part is some lines of a screen that come and go together.
type part struct {
	rank   rank
	lines  []string
	tight  bool     // no blank line before it
	short  []string // what stands there where there is less room, nil = nothing shorter
	rest   []string // what the short form lacks: it is scrolled to where that one stands there
	detail bool     // instructions: they don't leave, they scroll
	placed bool     // the lines have their margin already
	spills bool     // instructions that are scrolled before anything is shortened
}

// leastDetail is how many lines of instructions are worth more than a bar.
const leastDetail = 2

// fit makes parts fit into room: what matters least leaves, long parts are
// shortened, and then the instructions scroll. It says by how many lines.
func fit(parts []part, room, scroll int) (kept []part, most int) {
	kept = append(kept, parts...)
	kept = leave(kept, room, extra)
	kept = shorten(kept, room)
	if height(kept) <= room {
		return kept, 0
	}
	own := len(lines(kept, true)) - spilled(kept)
	fixed := func() int { return len(lines(kept, false)) }
	for r := progress; r >= matters && room-fixed() < min(leastDetail, own); r-- {
		kept = dropRank(kept, r, r == matters && room-fixed() > 0)
	}
	details := lines(kept, true)
	n := min(max(0, room-fixed()), len(details))
	if scroll == 0 && n >= own && n < len(details) {
		n = own // what is read by scrolling doesn't begin with half of it
	}
	most = len(details) - n
	at := min(scroll, most)
	return window(kept, details[at:at+n]), most
}

// shorten takes the short forms, the last first, until the parts fit. What they lack
// follows as instructions do: nothing that keeps somebody safe is out of reach.
func shorten(parts []part, room int) []part {
	for i := len(parts) - 1; i >= 0 && height(parts)-spilled(parts) > room; i-- {
		if parts[i].short == nil {
			continue
		}
		parts[i].lines = parts[i].short
		if rest := parts[i].rest; rest != nil {
			parts = slices.Insert(parts, i+1, part{lines: rest, detail: true, spills: true})
		}
	}
	return parts
}

// spilled is how many lines are scrolled before anything is shortened.
func spilled(parts []part) int {
	n := 0
	for _, p := range parts {
		if p.spills {
			n += len(p.lines)
		}
	}
	return n
}

// leave drops parts of at least rank r, the highest first, until the rest fits.
func leave(parts []part, room int, r rank) []part {
	for height(parts) > room {
		drop := -1
		for i, p := range parts {
			if !p.detail && p.rank >= r && (drop < 0 || p.rank >= parts[drop].rank) {
				drop = i
			}
		}
		if drop < 0 {
			return parts
		}
		parts = append(parts[:drop:drop], parts[drop+1:]...)
	}
	return parts
}

// dropRank drops the parts of one rank, unless they are to be kept. What keeps somebody
// safe can still be scrolled to.
func dropRank(parts []part, r rank, keep bool) []part {
	if keep {
		return parts
	}
	var kept []part
	for _, p := range parts {
		switch {
		case p.detail || p.rank != r:
			kept = append(kept, p)
		case r == matters:
			kept = append(kept, part{lines: p.lines, detail: true, spills: true})
		}
	}
	return kept
}

// lines are the lines of the instructions, or of everything else.
func lines(parts []part, detail bool) []string {
	var list []string
	for _, p := range parts {
		if p.detail == detail {
			list = append(list, p.lines...)
		}
	}
	return list
}

// window puts what can be seen of the instructions where they begin.
func window(parts []part, seen []string) []part {
	var kept []part
	put := false
	for _, p := range parts {
		switch {
		case !p.detail:
			kept = append(kept, p)
		case !put:
			put = true
			kept = append(kept, part{lines: seen, detail: true, tight: p.tight})
		}
	}
	return kept
}

// height is the least number of lines the parts need.
func height(parts []part) int {
	n := 0
	for _, p := range parts {
		n += len(p.lines)
	}
	return n
}

// join stacks the parts, with a blank line between them as far as there is room.
// What isn't placed gets the margin of the text.
func join(parts []part, room, margin int) []string {
	blanks := room - height(parts)
	var lines []string
	for i, p := range parts {
		if i > 0 && !p.tight && blanks > 0 {
			lines = append(lines, "")
			blanks--
		}
		if p.placed {
			lines = append(lines, p.lines...)
			continue
		}
		lines = append(lines, indented(p.lines, margin)...)
	}
	return lines[:min(len(lines), max(0, room))]
}
