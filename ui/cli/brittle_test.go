package cli

import (
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/content"
	"uncramp/session"
	"uncramp/ui"
)

// brittle is a program that panics when x is pressed.
type brittle struct{ tea.Model }

// Update panics, or goes on.
func (b brittle) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "x" {
		panic("x was pressed")
	}
	m, cmd := b.Model.Update(msg)
	return brittle{m}, cmd
}

// ShowBrittle shows a session as the program does, in a model that panics, and returns
// the exit code. The terminal that it ends in is looked at from outside.
func ShowBrittle(w World) int {
	waiting, err := content.FirstWaiting(content.Calf)
	if err != nil {
		return Usage
	}
	out := outletTo(w.Out)
	m := ui.New(ui.Options{
		Session: session.New(session.Facts{Muscle: content.Calf}, waiting, content.Embedded),
		Clock:   clock{}, Lead: time.Second / frames / 2, Titled: titled(w), Progress: progress(w),
	})
	p := tea.NewProgram(brittle{m}, options(w, out)...)
	done := make(chan ended, 1)
	go func() { done <- run(p, out, titled(w)) }()
	end, _ := wait(p, out, make(chan os.Signal), done)
	return end.code
}
