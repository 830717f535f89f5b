package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// answer says what an event came to, where the screen would not show it.
func (m Model) answer(before session.Session, e session.Event) Model {
	if before.Pack.Kind != "" && m.s.Pack.Kind == "" {
		return m.takeOff(m.s.Packs[len(m.s.Packs)-1]) // whatever it was that took it off
	}
	switch e := e.(type) {
	case session.Check:
		if m.s.Head().Kind == session.WaitBlock && e.Answer != session.Worse && m.noticed <= m.at {
			return m.note(m.s.Library().Phrase(string(e.Answer)))
		}
	case session.Next:
		if was := before.Head(); was.Kind == session.ItemBlock && len(m.s.Done) > len(before.Done) && m.s.Mode != session.Ended {
			return m.said("skipped", m.itemName(was))
		}
	case session.TooMuch, session.Again:
		if words := m.gentlerWords(before, e); words != "" {
			return m.note(words)
		}
	}
	return m
}

// gentlerWords is what was made gentler by a word of the person's: what is left out from
// now on, which nothing else shows, and in what runs.
func (m Model) gentlerWords(before session.Session, e session.Event) string {
	was, is := before.Head(), m.s.Head()
	var words []string
	if lost := m.names(m.s.LostSince(before)); lost != "" {
		words = append(words, m.filled("left-out", shortList(lost)))
	}
	_, much := e.(session.TooMuch)
	switch {
	case !much || m.s.Ease.Steps == before.Ease.Steps:
	case was.Kind == session.GripBlock: // the softest stays
		words = append(words, m.filled("softer", content.Lower(m.itemName(was))))
	case was.Slot != is.Slot || was.Side != is.Side:
		if len(words) == 0 {
			words = append(words, m.filled("left-out", content.Lower(m.itemName(was))))
		}
	case was.Item != is.Item:
		words = append(words, m.filled("softer", m.itemName(is)))
	default:
		words = append(words, m.filled("softer", is.Dose()))
	}
	return strings.Join(words, " ")
}

// shortList is a list of names that is short enough for an answer: the summary has all.
func shortList(names string) string {
	const most = 3
	list := strings.Split(names, ", ")
	if len(list) <= most+1 {
		return names
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:most], ", "), len(list)-most)
}

// sayCuts says what the time has become too short for, where the question before
// the plan, which says it too, is past.
func (m Model) sayCuts(before session.Session) Model {
	if !before.Planned || m.s.Mode == session.Ended || m.s.Head().Kind == session.ConfirmBlock {
		return m
	}
	var fresh []session.Cut
	for _, c := range m.s.Cuts {
		if !slices.Contains(before.Cuts, c) {
			fresh = append(fresh, c)
		}
	}
	if len(fresh) == 0 {
		return m
	}
	words := m.cutWords(fresh)
	if m.notice != "" && m.at < m.noticed {
		words = m.notice + " " + words
	}
	return m.note(words)
}

// said shows a phrase, filled with what it is about.
func (m Model) said(key, what string) Model {
	return m.note(m.filled(key, what))
}

// filled is a phrase, filled with what it is about.
func (m Model) filled(key, what string) string {
	return strings.ReplaceAll(m.phrase(key), "{what}", what)
}

// itemName is the name of a block's exercise.
func (m Model) itemName(b session.Block) string {
	it, _ := m.s.Library().Item(b.Item)
	return it.Name
}

// noteTime is how long an answer to a key stays on the screen: long enough to
// read two short lines.
const noteTime = 8 * time.Second

// note shows a short text for a while of real time.
func (m Model) note(text string) Model {
	m = m.wiped()
	m.notice, m.noticed = text, m.at+m.beat.scale(noteTime)
	return m
}

// glance is how long a text must have stood there to have been seen.
const glance = 2 * time.Second

// wiped takes the text away. One that nobody pressed a key for, and that was hardly
// there, comes again.
func (m Model) wiped() Model {
	if m.unasked != none && m.at < m.noticed && m.beat.real(m.at-m.unasked) < glance {
		m.notices = append([]string{m.notice}, m.notices...)
	}
	m.noticed, m.unasked = 0, none
	return m
}

// later shows a short text once the one that stands there was read: nobody pressed a
// key for it, so nobody looks at the screen just then.
func (m Model) later(text string) Model {
	m.notices = append(slices.Clone(m.notices), text)
	return m.follow()
}

// follow shows the next text where none stands there.
func (m Model) follow() Model {
	if len(m.notices) == 0 || m.notice != "" && m.at < m.noticed {
		return m
	}
	next := m.notices[0]
	m.notices = m.notices[1:]
	m = m.note(next)
	m.unasked = m.at
	return m
}
