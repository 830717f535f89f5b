package ui

import (
	"fmt"
	"strings"

	"uncramp/content"
)

// TopicLines is a topic in lines to be told: the titles of its sections as such, its texts
// as they are. emergency is whom to call, in words or as a number.
func TopicLines(lib *content.Library, t content.Topic, emergency string) []string {
	var lines []string
	for _, s := range lib.Sections(t) {
		if s.Title != "" {
			lines = append(lines, s.Title+":")
		}
		for _, l := range s.Lines {
			lines = append(lines, strings.ReplaceAll(lib.Marked(l), "{emergency}", emergency))
		}
		if s.All {
			lines = append(lines, cited(lib, lib.Sources)...)
		}
	}
	return lines
}

// UsedLines are the sources that a topic names, in lines to be told at its end; none where
// it lists them all anyway.
func UsedLines(lib *content.Library, t content.Topic) []string {
	used := lib.Used(t)
	if len(used) == 0 {
		return nil
	}
	return append([]string{"Sources:"}, cited(lib, used)...)
}

// cited are sources behind their numbers.
func cited(lib *content.Library, list []content.Source) []string {
	var lines []string
	for _, s := range list {
		lines = append(lines, fmt.Sprintf("[%d] %s", lib.Number(s.ID), s.Cited()))
	}
	return lines
}

// plainLearn is the topic that is read, or the list of topics.
func (m Model) plainLearn() []string {
	lib := m.s.Library()
	t, reading := lib.Topic(m.topic)
	if !reading {
		return headed(m.overlayLines())
	}
	lines := append(m.heldLines(), TopicLines(lib, t, m.opts.Emergency)...)
	return append(lines, UsedLines(lib, t)...)
}
