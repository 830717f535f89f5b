package cli

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"uncramp/content"
	"uncramp/session"
)

// flags are the words of the command line as they were typed.
type flags struct {
	side, position, context string
	have, care              []string
	reps, minutes           int
	speed                   float64
	json, schema            bool
	timed                   bool // --minutes was given
	private                 bool // nothing is kept
	lines                   bool // plain text instead of a screen
	contrast                bool // colours of high contrast
	voice, speakWith        string
	mute, manual            bool
	volume                  int
	said                    func(name string) bool // a flag was given
}

// define declares the flags, and what completes them.
func (f *flags) define(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.side, "side", "", "which leg: "+words(session.Sides()))
	fs.StringVar(&f.position, "position", "", "how you are: "+words(content.Positions()))
	fs.StringVar(&f.context, "context", "", "what you were doing: "+words(content.Contexts()))
	fs.StringSliceVar(&f.have, "have", nil, "what is at hand: "+words(content.Things()))
	fs.StringSliceVar(&f.care, "care", nil, "what needs care: "+words(content.Cares()))
	fs.IntVar(&f.reps, "reps", 0, "toe raises: 15 or 20")
	fs.IntVar(&f.minutes, "minutes", 0, "how many minutes there are for stretching and soothing, 1 to 240")
	complete(cmd, "side", session.Sides())
	complete(cmd, "position", content.Positions())
	complete(cmd, "context", content.Contexts())
	completeSet(cmd, "have", content.Things())
	completeSet(cmd, "care", content.Cares())
	complete(cmd, "reps", []string{"15", "20"})
}

// preview declares the flag of a session that runs faster than life.
func (f *flags) preview(cmd *cobra.Command) {
	cmd.Flags().Float64Var(&f.speed, "speed", 1, "preview: so many times as fast, 1 to 1000")
}

// keeping declares the flag of a session that is not kept.
func (f *flags) keeping(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.private, "private", false, "keep nothing of this session, neither to go on with nor in the history")
}

// showing declares the flags of how a session is shown.
func (f *flags) showing(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.lines, "plain", false, "plain text, one line a change: for pipes and screen readers")
	cmd.Flags().BoolVar(&f.contrast, "high-contrast", false, "colours of high contrast, and nothing faint")
}

// complete tells the shell which words a flag takes.
func complete[T ~string](cmd *cobra.Command, name string, list []T) {
	err := cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(plain(list), cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(fmt.Errorf("completion of --%s: %w", name, err)) // the flag was defined a line above
	}
}

// facts reads the facts out of the words, or says which word is wrong.
func (f *flags) facts() (session.Facts, error) {
	facts := session.Facts{Muscle: content.Calf, Reps: f.reps, Minutes: f.minutes}
	var err error
	if facts.Side, err = word("--side", f.side, session.Sides()); err != nil {
		return facts, err
	}
	if facts.Position, err = word("--position", f.position, content.Positions()); err != nil {
		return facts, err
	}
	if facts.Context, err = word("--context", f.context, content.Contexts()); err != nil {
		return facts, err
	}
	if facts.Have, err = wordSet("--have", f.have, content.Things()); err != nil {
		return facts, err
	}
	if facts.Care, err = wordSet("--care", f.care, content.Cares()); err != nil {
		return facts, err
	}
	if err := f.numbers(); err != nil {
		return facts, err
	}
	_, err = f.asked()
	return facts, err
}

// numbers checks the flags that are numbers.
func (f *flags) numbers() error {
	if f.reps != 0 && f.reps != 15 && f.reps != 20 {
		return usage{fmt.Errorf("--reps is 15 or 20, not %d", f.reps)}
	}
	if f.minutes < 0 || f.minutes > 240 || f.minutes == 0 && f.timed {
		return usage{fmt.Errorf("--minutes is 1 to 240, not %d", f.minutes)}
	}
	if math.IsNaN(f.speed) || f.speed < 1 || f.speed > 1000 {
		return usage{fmt.Errorf("--speed is 1 to 1000, not %g", f.speed)}
	}
	return nil
}

// word is one of a list of words; "" is none told.
func word[T ~string](name, typed string, list []T) (T, error) {
	w := T(strings.ToLower(typed))
	if typed == "" || slices.Contains(list, w) {
		return w, nil
	}
	return "", usage{fmt.Errorf("%s: %q is not one of %s%s", name, typed, words(list), meant(typed, plain(list)))}
}

// wordSet is some of a list of words.
func wordSet[T ~string](name string, typed []string, list []T) (session.Set[T], error) {
	var set session.Set[T]
	for _, t := range typed {
		w, err := word(name, strings.TrimSpace(t), list)
		if err != nil {
			return nil, err
		}
		if w != "" && !set.Has(w) {
			set = set.Toggle(w)
		}
	}
	return set, nil
}

// meant is a question after the nearest right word, where one is near.
func meant(typed string, list []string) string {
	if w, ok := content.Nearest(strings.ToLower(typed), list); ok {
		return "; did you mean " + w + "?"
	}
	return ""
}

// flagError says in one line what is wrong with a flag, and which is the nearest
// right one. What was typed is quoted: it may hold anything.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var value *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("%q is not a flag; --help lists them", syntax.GetSpecifiedFlag())
	case errors.As(err, &value):
		return fmt.Errorf("--%s: %q is not %s", value.GetFlag().Name, value.GetValue(), kinds[value.GetFlag().Value.Type()])
	case !errors.As(err, &unknown):
		return err
	case unknown.GetSpecifiedShortnames() != "":
		return fmt.Errorf("there is no flag %q; --help lists them", "-"+unknown.GetSpecifiedName())
	}
	name := unknown.GetSpecifiedName()
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if w, near := content.Nearest(name, names); near {
		return fmt.Errorf("there is no flag %q; did you mean --%s?", "--"+name, w)
	}
	return fmt.Errorf("there is no flag %q; --help lists them", "--"+name)
}

// kinds says what a flag of a type takes.
var kinds = map[string]string{
	"int": "a whole number", "float64": "a number", "stringSlice": "words with commas between them", "bool": "true or false",
}

// plain is a list of words as strings.
func plain[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

// words joins a list of words for a sentence.
func words[T ~string](list []T) string { return strings.Join(plain(list), ", ") }
