package ui

import "uncramp/session"

// throughKeys are the keys that what lies over the session lets through: a cramp doesn't
// wait until somebody has read, and who is lost may ask on any page. The signs are answered
// first, and what has to come off the skin.
func (m Model) throughKeys() []binding {
	var list []binding
	if m.over != learnOverlay {
		list = append(list, keyLearn)
	}
	switch m.over {
	case learnOverlay:
		if m.alone || m.behind != noOverlay {
			return list
		}
	case offOverlay: // the key that the skin was looked at with
		return append(list, keyOff.tells(nil).does(Model.close))
	case helpOverlay, leaveOverlay, haveOverlay, careOverlay, whereOverlay:
	default:
		return list
	}
	if list = append(list, keyWhere.tells(session.Where{Over: m.opened()})); !m.refuses(keyAgain) {
		list = append(list, keyAgain.tells(nil).does(Model.cramps))
	}
	return list
}

// opened is the key of the words for what lies over the session. Its enter is not that of
// the page beneath.
func (m Model) opened() string {
	switch m.over {
	case leaveOverlay:
		return "open-leave"
	case helpOverlay:
		return "open-help"
	case learnOverlay:
		return "open-learn"
	}
	return "open-list"
}

// cramps closes what is read, and goes back to the wait.
func (m Model) cramps() Model {
	if m.off {
		return m.shut(m.keyAt) // what is on the skin comes off first
	}
	m.over, m.scroll, m.held = noOverlay, 0, false
	return m.apply(session.Again{}, m.keyAt)
}
