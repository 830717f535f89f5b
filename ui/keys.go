package ui

import (
	"time"

	"charm.land/bubbles/v2/key"

	"uncramp/content"
	"uncramp/session"
)

// binding is a key and what it does.
type binding struct {
	key.Binding
	event session.Event     // what it tells the session, nil = none
	do    func(Model) Model // what it does to the program, nil = nothing
	firm  bool              // it confirms something, so a key that repeats doesn't press it
	by    int               // by how many lines it moves an overlay
	long  string            // what the list of all keys adds to its words
	early bool              // it tells facts, which is for the wait and the question
}

// on declares a key: what is pressed, how it is written, what it is for.
func on(pressed, written, words string) binding {
	return binding{Binding: key.NewBinding(key.WithKeys(pressed), key.WithHelp(written, words))}
}

// numbers declares the keys of a number.
func numbers(written, words string) binding {
	keys := []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
	return binding{Binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(written, words))}
}

// tells makes the key tell the session an event.
func (b binding) tells(e session.Event) binding { b.event = e; return b }

// does makes the key change the program.
func (b binding) does(f func(Model) Model) binding { b.do = f; return b }

// firmly makes the key deaf to repeats.
func (b binding) firmly() binding { b.firm = true; return b }

// moves makes the key move an overlay by n lines.
func (b binding) moves(n int) binding { b.by = n; return b }

// meaning is what the list of all keys says beside the words of the key line.
func (b binding) meaning(long string) binding { b.long = long; return b }

// beforehand makes the key one that tells facts: while waiting and at the
// question, and not with one slip in the middle of an exercise.
func (b binding) beforehand() binding { b.early = true; return b }

// called is the same key under other words.
func (b binding) called(words string) binding {
	b.SetHelp(b.Help().Key, words)
	return b
}

// Every key of the program. What a screen shows and takes is chosen from these.
var (
	keyPause  = on("space", "space", "pause").tells(session.Pause{}).meaning("an exercise stands still").firmly()
	keyResume = on("space", "space", "go on").tells(session.Resume{}).firmly()
	keyGo     = on("enter", "enter", "go on").tells(session.Go{}).firmly()
	keyNext   = on("n", "n", "skip").tells(session.Next{}).meaning("on to what comes next; back undoes it").firmly()
	keyBack   = on("b", "b", "back").tells(session.Back{}).meaning("the last thing comes back").firmly()
	keyMore   = on("+", "+", "more time").tells(session.More{})
	keyMuch   = on("t", "t", "too much").tells(session.TooMuch{}).meaning("gentler from here on").firmly()
	keyAgain  = on("c", "c", "cramping again").tells(session.Again{}).meaning("back to the wait, at once").firmly()
	keyEased  = on("e", "e", "it eased, none of these").tells(session.Eased{}).firmly()
	keyGrip   = on("s", "s", "softest stretch").tells(session.Grip{}).firmly()
	keyEasing = on("1", "1", "easing").tells(session.Check{Answer: session.Easing}).firmly()
	keySame   = on("2", "2", "the same").tells(session.Check{Answer: session.Same}).firmly()
	keyWorse  = on("3", "3", "worse").tells(session.Check{Answer: session.Worse}).firmly()
	keyHeat   = on("1", "1", "heat").tells(session.Choose{Pack: content.Heat}).firmly()
	keyCold   = on("2", "2", "cold").tells(session.Choose{Pack: content.Cold}).firmly()
	keyNo     = on("n", "n", "neither").tells(session.Choose{}).firmly()
	keySkinOK = on("enter", "enter", "skin looks fine").tells(session.Skin{OK: true}).firmly()
	keyOff    = on("x", "x", "take it off").tells(session.Skin{}).firmly()

	keyTakeUp = on("r", "r", "go on there").tells(session.TakeUp{}).meaning("the session of before").firmly()
	keySore   = numbers("0-10", "how sore it is").does(Model.rate)

	keyMuscle   = on("a", "a", "which muscle").does(Model.askWhere).meaning("on the picture of a leg").beforehand()
	keyLeg      = on("l", "l", "other leg").does(Model.nextSide).meaning("left, right, both").beforehand()
	keyPosition = on("p", "p", "position").does(Model.nextPosition).meaning("seated, lying, standing").beforehand()
	keyContext  = on("o", "o", "what you did").does(Model.nextContext).meaning("exercise, long or hot exercise, sitting, in bed").beforehand()
	keyHave     = on("h", "h", "at hand").does(opens(haveOverlay)).meaning("wall, chair, towel, roller, ball, heat, cold").beforehand()
	keyCare     = on("k", "k", "care").does(opens(careOverlay)).meaning("pregnant, unsteady, blood thinner and more").beforehand()

	keyNear   = on("enter", "enter", "summary").does(Model.toggleAcross).firmly()
	keyAcross = on("f", "f", "large").does(Model.chooseAcross).meaning("for across the room; again for this screen")

	keyWhere = on("w", "w", "where am I").tells(session.Where{}).meaning("step, time left and what is next, in words")

	keySound = on("m", "m", "sound").does(Model.nextSound).meaning("sound: voice, tones or mute")

	keySigns = on("!", "!", "signs").does(opens(signsOverlay)).meaning("warning signs: when to get help")
	keyHelp  = on("?", "?", "keys").does(opens(helpOverlay)).meaning("all keys that work here")
	keyQuit  = on("q", "q", "leave").does(Model.askLeave).meaning("asks once; ctrl+c leaves at once")

	keyUp       = on("up", "↑", "up").moves(-1)
	keyDown     = on("down", "↓", "down").moves(1)
	keyShut     = on("esc", "esc", "close").does(Model.close)
	keyNone     = on("esc", "esc", "none of these").does(Model.close)
	keyStay     = on("esc", "esc", "stay").does(Model.close)
	keyLeave    = on("enter", "enter", "leave").does(Model.leave).firmly()
	keyLeaveToo = on("q", "q", "leave").does(Model.leave).firmly()
	keyTier1    = on("1", "1", "emergency").does(opens(emergencyOverlay)).firmly()
	keyTier2    = on("2", "2", "today").does(opens(sameDayOverlay)).firmly()
	keyTier3    = on("3", "3", "soon").does(opens(soonOverlay)).firmly()
	keyIsSo     = on("enter", "enter", "yes").does(Model.isSo).firmly()
	keyMistake  = on("esc", "esc", "no, back").does(opens(signsOverlay))
	keyPageDown = on("pgdown", "pgdn", "page down").moves(10)
	keyPageUp   = on("pgup", "pgup", "page up").moves(-10)
	keyDone     = on("enter", "enter", "done").does(Model.close).firmly()
	keyFinished = on("enter", "enter", "close").does(Model.leave).firmly()
)

// opens is a key's deed: an overlay.
func opens(o overlay) func(Model) Model { return func(m Model) Model { return m.open(o) } }

// always are the keys that every screen has.
func always() []binding { return []binding{keySigns, keyHelp, keyQuit} }

// screenKeys lists the keys of the screen that is up, the most useful first.
func (m Model) screenKeys() []binding {
	if m.over != noOverlay {
		return m.overlayKeys()
	}
	if m.s.Mode == session.Ended {
		if m.across && m.s.Outcome == session.Finished && !m.s.Ease.Signed() {
			return []binding{keyNear, keyAcross, keySigns, keyHelp, keyQuit}
		}
		list := []binding{keyFinished, keyDown, keyUp, keyPageDown, keyPageUp, keySigns, keyHelp, keyQuit}
		if m.asksSore() {
			list = append(list, keySore)
		}
		return list
	}
	var list []binding
	if m.s.Pack.Asking {
		list = append(list, keySkinOK, keyOff)
	}
	list = append(list, m.blockKeys()...)
	if m.offered() {
		list = append(list, keyTakeUp)
	}
	switch {
	case m.s.Standby:
		list = append([]binding{keyGo.called("begin")}, list...)
	case m.s.Mode == session.Paused:
		list = append([]binding{keyResume}, list...)
	default:
		list = append(list, keyPause)
	}
	if m.counts() {
		list = append(list, keyAcross)
	}
	if m.h >= roomForSound {
		list = append(list, keySound.called(soundWords[m.sound]))
	}
	return append(list, always()...)
}

// roomForSound is how high a screen is that shows the key for sound and what is heard.
// On a lower one the key works all the same, and the list of all keys has it.
const roomForSound = 16

// soundWords say what is heard.
var soundWords = map[Sound]string{Voice: "voice on", Tones: "tones on", Mute: "muted"}

// counts says that there is a number to be read from across the room.
func (m Model) counts() bool {
	switch m.s.Head().Kind {
	case session.ConfirmBlock, session.AskBlock:
		return false
	case session.PackBlock:
		return m.s.Pack.Kind != ""
	}
	return true
}

// blockKeys lists the keys of what happens now.
func (m Model) blockKeys() []binding {
	switch m.s.Head().Kind {
	case session.WaitBlock:
		return m.waitKeys()
	case session.GripBlock:
		return []binding{keyEased, keyMuch, keyBack.called("only wait")}
	case session.ConfirmBlock:
		if m.s.Facts.Routine != "" {
			return []binding{keyGo.called("begin"), keyAgain.called("it cramps now"), keyLeg, keyPosition, keyHave, keyCare}
		}
		return []binding{keyGo.called("yes, go on"), keyMuscle, keyLeg, keyPosition, keyHave, keyContext, keyCare, keyAgain}
	case session.AskBlock:
		return []binding{keyHeat, keyCold, keyNo, keyAgain, keyBack}
	case session.PackBlock:
		return m.packKeys()
	case session.DrinkBlock:
		return []binding{keyGo, keyAgain, keyBack}
	}
	return m.workKeys()
}

// waitKeys are the keys of the wait.
func (m Model) waitKeys() []binding {
	if m.s.Facts.Routine != "" {
		return []binding{keyEased, keyGrip, keyEasing, keySame, keyWorse, keyMuscle, keyPosition, keyContext, keyHave, keyCare}
	}
	return []binding{keyEased, keyGrip, keyEasing, keySame, keyWorse, keyLeg, keyMuscle, keyPosition, keyContext, keyHave, keyCare}
}

// packKeys are the keys of heat or cold.
func (m Model) packKeys() []binding {
	switch {
	case m.s.Pack.Kind == "":
		return []binding{keyGo.called("it is on the skin"), keyNext, keyAgain, keyBack}
	case m.s.Pack.Asking:
		return []binding{keyAgain}
	}
	return []binding{keyOff, keyAgain, keyMore, keyNext, keyBack}
}

// workKeys are the keys of an exercise, by what its phase takes.
func (m Model) workKeys() []binding {
	if m.s.OnEdge() {
		return []binding{keyAgain} // sitting on the edge is not cut short
	}
	list := []binding{keyAgain, keyMuch, keyNext, keyBack}
	if m.s.Facts.Routine != "" && m.s.Ease.Again == 0 {
		list[0] = keyAgain.called("it cramps")
	}
	switch p := m.s.Phase(); p.Kind {
	case session.Rest:
		if p.For < restToCut {
			return list
		}
		return append([]binding{keyGo.called("start now")}, list...)
	case session.Ready, session.Switch:
		if m.s.Standby {
			return list
		}
		return append([]binding{keyGo.called("start now")}, list...)
	case session.Open:
		return append([]binding{keyGo.called("it relaxed")}, append(list, keyMore)...)
	case session.Hold, session.Timed:
		if p.Cap > 0 {
			list = append(list, keyMore)
		}
	}
	return list
}

// restToCut is the shortest rest whose key to cut it short is worth showing: in a
// shorter one the line of keys would only jump.
const restToCut = 5 * time.Second

// everyKey is the keys of the screen that is up, and behind them what a key falls
// through to that the screen doesn't list: the session answers why it can't be now.
func (m Model) everyKey() []binding {
	switch {
	case m.over != noOverlay:
		return append(m.screenKeys(), m.throughKeys()...)
	case m.s.Mode == session.Ended:
		return append(m.screenKeys(), keyLearn, keyWhere)
	}
	leg := keyLeg
	if m.s.Facts.Routine != "" && m.s.Gripping {
		leg = keyMuscle // which leg is known, and both are wanted
	}
	return append(m.screenKeys(), []binding{
		keyPause, keyGo, keyNext, keyBack, keyMore, keyMuch, keyAgain, keyEased, keyGrip,
		keyEasing, keySame, keyWorse, keyOff, leg, keyMuscle, keyPosition, keyContext, keyHave, keyCare,
		keyTakeUp, keyWhere, keyAcross, keySound, keyLearn, keySigns, keyHelp, keyQuit, keyDown, keyUp, keyPageDown, keyPageUp,
	}...)
}

// refuses says that the session would refuse the key's event now.
func (m Model) refuses(b binding) bool {
	if b.event == nil {
		return false
	}
	return m.s.Refusal(b.event) != ""
}
