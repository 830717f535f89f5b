package cli

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui"
)

// root is the command itself: a relief session, at once.
func (a *app) root() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "uncramp [calf|quad|hamstring|arch|toes]",
		Short: "From a cramped leg muscle to walking again: wait, stretch, soothe.",
		Long: "From a cramped leg muscle to walking again: wait, stretch, soothe.\n" +
			"Type uncramp, and the first screen already helps. Not medical advice;\n" +
			"no clinician has reviewed it yet. On every screen ! shows the warning signs\n" +
			"and ? the keys. UNCRAMP_EMERGENCY names your emergency number; uncramp help\n" +
			"environment tells what else is read. In bed and at night it is muted until m is\n" +
			"pressed; uncramp settings keeps what you choose.",
		Example: "uncramp\nuncramp hamstring --side right --position lying\nuncramp --have wall,towel --minutes 5\nuncramp stretch bedtime\nuncramp plan calf\nuncramp resume\nuncramp history",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.relieve),
	}
	a.flags.define(cmd)
	a.flags.preview(cmd)
	a.flags.showing(cmd)
	a.flags.hearing(cmd)
	a.flags.keeping(cmd)
	cmd.ValidArgs = plain(content.Muscles())
	cmd.AddCommand(a.stretchCommand(), a.planCommand(), a.checkCommand(), a.routineCommand(), a.learnCommand(),
		a.resumeCommand(), a.historyCommand(), a.settingsCommand(), a.completionCommand(), a.manCommand())
	cmd.SetHelpCommand(a.helpCommand())
	noFiles(cmd)
	return cmd
}

// stretchCommand follows a routine.
func (a *app) stretchCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "stretch [legs|bedtime|FILE.yaml]",
		Short: "Follow a timed stretch routine, when nothing cramps",
		Long: "Follow a timed stretch routine, for legs that have no cramp now.\n" +
			"legs is four stretches for both legs; bedtime is for people who get\n" +
			"cramps at night. Without a name it is legs. A routine of your own is a\n" +
			"file, or its name: uncramp routine new begins one.",
		Example: "uncramp stretch\nuncramp stretch bedtime --have towel\nuncramp stretch legs --position seated",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.stretch),
	}
	a.flags.define(cmd)
	a.flags.preview(cmd)
	a.flags.showing(cmd)
	a.flags.hearing(cmd)
	a.flags.keeping(cmd)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		return completeRoutine(args, typed, a.allRoutines())
	}
	return cmd
}

// planCommand tells what a session or a routine would do.
func (a *app) planCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "plan [muscle|routine|FILE.yaml]",
		Short: "Print what it would do: steps, times and where they come from",
		Long: "Print what a session or a routine would do: every step and time, and\n" +
			"what each rests on. It needs no terminal. --json is for other programs;\n" +
			"--schema says what stands in it, as JSON Schema 2020-12, and when its version\n" +
			"changes.",
		Example: "uncramp plan\nuncramp plan calf --reps 20 --json\nuncramp plan legs --minutes 5",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.plan),
	}
	a.flags.define(cmd)
	cmd.Flags().BoolVar(&a.flags.json, "json", false, "as JSON")
	cmd.Flags().BoolVar(&a.flags.schema, "schema", false, "what --json prints, as JSON Schema")
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		return completeRoutine(args, typed, append(plain(content.Muscles()), a.allRoutines()...))
	}
	return cmd
}

// run makes a command of a function: its errors are told in one line.
func (a *app) run(do func(args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		a.flags.said = c.Flags().Changed
		a.flags.timed = a.flags.said("minutes")
		a.tell(do(args))
		return nil
	}
}

// relieve runs a relief session, or prints its plan where no terminal is.
func (a *app) relieve(args []string) error {
	facts, err := a.flags.facts()
	if err != nil {
		return err
	}
	if facts.Muscle, err = muscle(args); err != nil {
		return err
	}
	a.told = len(args) > 0
	return a.start(facts, func() (session.Session, error) {
		waiting, err := content.FirstWaiting(facts.Muscle)
		return session.New(facts, waiting, a.shelf.library), err
	})
}

// stretch follows a routine, or prints its plan where no terminal is.
func (a *app) stretch(args []string) error {
	facts, err := a.flags.facts()
	if err != nil {
		return err
	}
	r, err := a.routine(args)
	if err != nil {
		return err
	}
	facts.Routine = r.ID
	return a.start(facts, func() (session.Session, error) {
		return session.Follow(facts, r, a.shelf.library), nil
	})
}

// start runs a session, on the screen or in lines. Where neither input nor output is a
// terminal and nobody asked for lines, it prints what the session would do.
func (a *app) start(f session.Facts, begin func() (session.Session, error)) error {
	way, plan, err := a.wayOut()
	switch {
	case err != nil:
		return err
	case plan:
		return a.printPlan(f)
	}
	s, err := begin()
	if err != nil {
		return err
	}
	return a.perform(s, nil, way)
}

// perform runs a session. keeper is who keeps it already; nil is nobody yet. way is how
// it is shown; nil is the full screen.
func (a *app) perform(s session.Session, keeper *scribe, way *lines) error {
	c, err := a.choose(s.Facts.Context, time.Now)
	if err != nil {
		return err
	}
	c.told, c.lines = a.told, way
	if c.scribe = keeper; keeper == nil && !c.asked.private.or(c.settings.private.or(false)) {
		if c.scribe = a.newScribe(); c.scribe == nil {
			c.notices = append(c.notices, ui.Problem{Err: errors.New("there is no home folder, so nothing is kept of this session")})
		}
	}
	s.Facts.Manual = c.asked.handsOn(c.settings)
	end, err := show(a.world, s, a.flags.speed, c)
	if err != nil {
		return err
	}
	if a.code = end.code; end.line == "" {
		return nil // not even an empty write: one may be under way that never comes back
	}
	_, err = a.world.Out.WriteString(end.line)
	return err
}

// plan prints what a session or a routine would do.
func (a *app) plan(args []string) error {
	if a.flags.schema {
		return a.printSchema(args)
	}
	facts, err := a.flags.facts()
	if err != nil {
		return err
	}
	if len(args) == 1 {
		r, ok, err := a.find(args[0])
		if err != nil {
			return err
		}
		if ok {
			facts.Routine = r.ID
			return a.printPlan(facts)
		}
		if _, err := word("", args[0], content.Muscles()); err != nil {
			names := append(plain(content.Muscles()), a.allRoutines()...)
			return usage{fmt.Errorf("%q is no muscle and no routine; there are %s%s", args[0], strings.Join(names, ", "), meant(args[0], names))}
		}
	}
	if facts.Muscle, err = muscle(args); err != nil {
		return err
	}
	return a.printPlan(facts)
}

// muscle is the muscle that the words name, or the calf: it cramps most.
func muscle(args []string) (content.Muscle, error) {
	switch len(args) {
	case 0:
		return content.Calf, nil
	case 1:
		if isFile(args[0]) {
			return "", usage{fmt.Errorf("%q is a file: uncramp stretch follows it", args[0])}
		}
		if r, ok := content.Embedded().Routine(strings.ToLower(args[0])); ok {
			return "", usage{fmt.Errorf("%s is a routine: uncramp stretch %s", r.ID, r.ID)}
		}
		m, err := word("muscle", args[0], content.Muscles())
		if c, near := content.Nearest(strings.ToLower(args[0]), commandNames()); near && err != nil && meant(args[0], plain(content.Muscles())) == "" {
			return "", usage{fmt.Errorf("%q is no muscle and no command; did you mean uncramp %s?", args[0], c)}
		}
		if m == "" && err == nil {
			err = usage{fmt.Errorf("muscle: %q is not one of %s", "", words(content.Muscles()))}
		}
		return m, err
	}
	return "", usage{fmt.Errorf("one muscle at a time, not %q", strings.Join(args, " "))}
}

// commandNames lists what can be done but a session.
func commandNames() []string {
	var names []string
	for _, c := range new(app).root().Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// routineNames lists the routines of the library.
func routineNames() []string {
	var names []string
	for _, r := range content.Embedded().Routines {
		names = append(names, r.ID)
	}
	return names
}
