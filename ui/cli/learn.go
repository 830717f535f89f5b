package cli

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"uncramp/content"
	"uncramp/ui"
	text "uncramp/ui/plain"
)

// learnCommand tells what a cramp is, what helps, and where this comes from.
func (a *app) learnCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "learn [topic]",
		Short: "Read what a cramp is, what helps, and where this comes from",
		Long: "Read what a cramp is, what helps, and where this comes from: on the screen, or\n" +
			"as plain text where it goes elsewhere. The topics are\n" + topicRows +
			"Without a topic it is the list of them, or as plain text all of them.",
		Example: "uncramp learn\nuncramp learn night\nuncramp learn sources",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.learn),
	}
	a.flags.showing(cmd)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var list []string
		for _, t := range content.Embedded().Topics {
			if strings.HasPrefix(t.ID, strings.ToLower(typed)) {
				list = append(list, cobra.CompletionWithDesc(t.ID, t.Title))
			}
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// topicRows lists the topics by the words that name them. They stand here once more, held
// to the content by a test: the first screen doesn't wait for the library to be read.
const topicRows = `  cramp     What a cramp is
  why       Why cramps happen
  drinks    Drinks and minerals
  heat      Heat or cold
  night     Preventing night cramps
  signs     Warning signs
  disagree  Where guidance disagrees
  about     About this program
  sources   Where this comes from
`

// learn shows the pages to read, or prints them where there is no screen for them.
func (a *app) learn(args []string) error {
	id, err := topicID(args)
	if err != nil {
		return err
	}
	in, out := term.IsTerminal(a.world.In.Fd()), term.IsTerminal(a.world.Out.Fd())
	if a.flags.lines {
		return a.tellTopics(id)
	}
	if !in || !out || whyLines(a.world.Getenv("TERM"), runtime.GOOS) != "" {
		return a.printTopics(id)
	}
	o := ui.Options{
		Clock: clock{}, Emergency: emergency(a.world.Getenv("UNCRAMP_EMERGENCY")),
		Light: lightBackground(a.world.Getenv("COLORFGBG")), Contrast: a.stark(),
	}
	to := outletTo(a.world.Out)
	p := tea.NewProgram(ui.NewReader(o, id), options(a.world, to)...)
	end, err := attend(p, to, false)
	a.code = end.code
	return err
}

// stark says whether high contrast is asked for, now or in the settings. Settings that
// aren't right count for nothing: nobody is kept from reading by them.
func (a *app) stark() bool {
	if a.flags.said("high-contrast") {
		return a.flags.contrast
	}
	kept, err := settingsPlace(a.world.Getenv).read()
	return err == nil && kept.contrast.or(false)
}

// topicID is the topic that the words name, "" = none.
func topicID(args []string) (string, error) {
	var ids []string
	for _, t := range content.Embedded().Topics {
		ids = append(ids, t.ID)
	}
	switch {
	case len(args) == 0:
		return "", nil
	case len(args) > 1:
		return "", usage{fmt.Errorf("learn: one topic at a time, not %q", strings.Join(args, " "))}
	case args[0] == "":
		return "", usage{errors.New(`learn: "" is not one of ` + words(ids))}
	}
	return word("learn", args[0], ids)
}

// printTopics prints a topic with the sources that it names, or all topics: the last of
// them is the sources.
func (a *app) printTopics(id string) error {
	lib := content.Embedded()
	t := &planText{width: pageIn(a.world.columns())}
	number := a.helpNumber()
	for _, topic := range lib.Topics {
		if id == "" || topic.ID == id {
			t.topic(lib, topic, number)
		}
	}
	if topic, ok := lib.Topic(id); ok {
		t.sources(lib, lib.Used(topic))
	}
	_, err := a.world.Out.WriteString(strings.TrimSpace(t.String()) + "\n")
	return err
}

// helpNumber is whom to call in an emergency, in words where nobody has said it.
func (a *app) helpNumber() string {
	if number := emergency(a.world.Getenv("UNCRAMP_EMERGENCY")); number != "" {
		return number
	}
	return "your emergency number"
}

// tellTopics tells a topic with the sources that it names, or all topics, in lines: as the
// session in lines tells a topic.
func (a *app) tellTopics(id string) error {
	lib := content.Embedded()
	var b strings.Builder
	t := &text.Teller{Out: func(line string) { b.WriteString(line + "\n") }}
	for _, topic := range lib.Topics {
		if id != "" && topic.ID != id {
			continue
		}
		lines := append([]string{topic.Title + "."}, ui.TopicLines(lib, topic, a.helpNumber())...)
		if id != "" {
			lines = append(lines, ui.UsedLines(lib, topic)...)
		}
		for _, line := range lines {
			t.Say(line)
		}
	}
	_, err := a.world.Out.WriteString(b.String())
	return err
}

// topic writes a topic as text: nothing that is not a word or a mark of one.
func (t *planText) topic(lib *content.Library, topic content.Topic, number string) {
	t.line("")
	t.line(strings.ToUpper(topic.Title))
	for _, s := range lib.Sections(topic) {
		if s.Title != "" {
			t.line("")
			t.put("", s.Title)
		}
		for _, l := range s.Lines {
			t.put("  - ", strings.ReplaceAll(lib.Marked(l), "{emergency}", number))
		}
		if s.All {
			t.list(lib, lib.Sources)
		}
	}
}

// sources writes the sources of a topic at its end.
func (t *planText) sources(lib *content.Library, list []content.Source) {
	if len(list) == 0 {
		return
	}
	t.line("")
	t.line("SOURCES")
	t.list(lib, list)
}

// list writes sources behind their numbers. An address stays in one piece, to be copied.
func (t *planText) list(lib *content.Library, sources []content.Source) {
	for _, s := range sources {
		words, address := s.Cited(), ""
		if strings.Contains(s.Where, ":") {
			words, address = strings.TrimSuffix(words, " "+s.Where), s.Where
		}
		t.put(fmt.Sprintf("  %-5s", fmt.Sprintf("[%d]", lib.Number(s.ID))), words)
		if address != "" {
			t.line("       " + address)
		}
	}
}
