package cli

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui"
)

// resumeCommand goes on with a session that was left.
func (a *app) resumeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "resume",
		Short: "Go on where a session broke off, within the hour",
		Long: "Go on where a session broke off: the terminal closed, the battery died, the\n" +
			"connection dropped. It asks whether nothing cramps and none of the warning\n" +
			"signs is there, and goes on at the same repetition. After an hour muscles are\n" +
			"cold, and uncramp begins anew.",
		Example: "uncramp resume",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.run(a.resume),
	}
	a.flags.preview(cmd)
	a.flags.showing(cmd)
	a.flags.hearing(cmd)
	return cmd
}

// resume goes on with the session that was left last.
func (a *app) resume(args []string) error {
	if err := a.flags.numbers(); err != nil {
		return err
	}
	if len(args) > 0 {
		return usage{fmt.Errorf("resume: it goes on where it was; there is no word for it, not %q", strings.Join(args, " "))}
	}
	way, plan, err := a.wayOut()
	switch {
	case err != nil:
		return fmt.Errorf("resume: %w", err)
	case plan:
		return errors.New("resume: it needs a terminal, or --plain; uncramp history doesn't")
	}
	if private, err := a.private(); err != nil || private {
		return cmp.Or(err, errors.New("resume: nothing is kept of sessions; uncramp settings private false changes that"))
	}
	now := time.Now()
	keeper := a.newScribe()
	if keeper == nil {
		return errors.New("resume: there is no home folder, so no session was kept")
	}
	earlier, err := keeper.earlier(now)
	if err != nil {
		return err
	}
	s, err := a.again(earlier)
	if err != nil {
		return err
	}
	if off := earlier.Off; off.Kind != "" {
		keeper.notify(ui.StillOn{Worn: off})
	} else if n := len(s.Packs); n > len(earlier.Packs) {
		keeper.notify(ui.StillOn{Worn: s.Packs[n-1]}) // its time was over before anybody was there to say so
	}
	return a.perform(s, keeper, way)
}

// private says that nothing is to be kept. A file that isn't right says nothing but that.
func (a *app) private() (bool, error) {
	asked, err := a.flags.asked()
	if err != nil {
		return false, err
	}
	kept, _ := settingsPlace(a.world.Getenv).read()
	return asked.private.or(kept.private.or(false)), nil
}

// newScribe keeps the session that begins now; nil where there is no place for it.
func (a *app) newScribe() *scribe {
	dir := stateDir(a.world.Getenv)
	if dir == "" {
		return nil
	}
	s := newScribe(dir, a.flags.speed, time.Now())
	s.shelf = &a.shelf
	return s
}

// earlier is the session that can be gone on with, or why there is none.
func (s *scribe) earlier(now time.Time) (session.Saved, error) {
	var told error
	s.claim(now)
	wrong := s.wrong()
	switch {
	case s.left != nil:
		return s.offered(now), nil
	case wrong != nil:
		told = fmt.Errorf("resume: there is nothing to go on with: %w", wrong)
	case s.journal != nil && s.journal.Running():
		told = errors.New("resume: the session is open in another terminal")
	case s.others:
		told = errors.New("resume: what broke off ran at another speed; a preview is gone on with by a preview: --speed")
	default:
		told = errors.New("resume: no session broke off within the last hour; uncramp begins one")
	}
	s.giveBack()
	if slices.ContainsFunc(s.pending, func(m tea.Msg) bool { _, on := m.(ui.StillOn); return on }) {
		told = fmt.Errorf("%w. %s", told, content.Embedded().Phrase("off"))
	}
	return session.Saved{}, told
}

// wrong is the first thing that the screen is to be told went wrong, nil = none.
func (s *scribe) wrong() error {
	for _, m := range s.pending {
		if p, ok := m.(ui.Problem); ok {
			return p.Err
		}
	}
	return nil
}

// again is a session that goes on with an earlier one.
func (a *app) again(v session.Saved) (session.Session, error) {
	waiting, err := content.FirstWaiting(v.Facts.Muscle)
	if err != nil {
		return session.Session{}, err
	}
	s := session.New(session.Facts{Muscle: v.Facts.Muscle}, waiting, a.shelf.library)
	s, _ = s.Apply(session.Found{Earlier: v}, 0)
	if why := s.Refusal(session.TakeUp{}); why != "" {
		return s, errors.New("resume: " + content.Embedded().Phrase(why))
	}
	s, _ = s.Apply(session.TakeUp{}, 0)
	return s, nil
}
