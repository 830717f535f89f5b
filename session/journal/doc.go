// Package journal is the state on disk: a checkpoint of each session that is under way,
// so that it can be taken up again, and the history of the ended ones. Both stand in one
// folder that only its owner may read (0700, the files 0600).
//
// # Checkpoints
//
// session-1.json to session-16.json hold one session each. Whoever holds the lock of
// session-1.lock owns session-1.json; the lock ends with the process that took it. A
// checkpoint is replaced as a whole, and is
//
//	{"v":1,"sum":"...","state":{...}}
//
// where v is the version, sum is the SHA-256 of the bytes of state, in hex, and state is
//
//	id        names the session, in the history too
//	began     when the session began
//	left      when this was written
//	preview   it ran faster than life
//	ended     it is over, and only its record has still to be appended
//	file      the path of the file that its routine comes from; missing = it comes from none
//	record    what goes into the history if it's never taken up again: as a line there
//	session   what is known and where it stands
//
// In session, onset, unchanged, start, at and what a pack tells (on, asked, off) are
// instants of the wall clock, RFC 3339 in UTC with nanoseconds, for the clock of the
// session ends with its program. Where off stands in it, that is a pack whose time is over
// and of which nobody has said yet that it is off. Lengths of time are strings as in
// "1m30.5s". An exercise is named by its place and its id and has no phases: those are made
// anew, of the content that there is then. How somebody likes to be led on (Facts.Manual) is
// a setting and is not kept.
//
// Across versions: a checkpoint lives for an hour and is never translated. Whatever
// changes in what a field of state means, or is no longer there, takes a new version; a
// field may be added that older files lack. One of another version, with a field that is not
// known, with a word or a number that no session has, or with the wrong sum, is no
// checkpoint: it is renamed (session-1.json.aside-1) and told, never deleted.
//
// # History
//
// history.jsonl holds one line for each ended session, in the order in which they ended:
//
//	{"v":1,"id":"...","at":"2026-01-02T03:04:05+01:00","muscle":"calf",...}
//
// Lengths of time are whole seconds. A field that is empty, 0 or false is left out, but for
// the ones marked *.
//
//	v *         the version
//	id *        names the session
//	at *        when it began: RFC 3339, with the offset of the place
//	muscle *    calf, quad, hamstring, arch, toes
//	side        left, right, both; missing = nobody said which
//	position *  standing, seated, lying
//	context     exercise, long, desk, sleep
//	routine     the id of the routine that was followed
//	outcome *   finished, left, warned
//	took *      seconds in all
//	eased       of each cramp that eased, in order: seconds until it did
//	gripping    the last cramp still gripped at the end
//	again       how often it cramped again
//	softer      how often something was made gentler
//	done        exercises gone through: a list of {item, side, reps}
//	skipped     exercises skipped, as in done
//	left_out    exercises that were too much or brought the cramp, as in done
//	broke_off   exercises begun and left, as in done
//	not_begun   exercises left before their turn, as in done
//	packs       heat and cold on the skin: a list of {kind, for}, for in seconds
//	sign        the most urgent warning sign named: 1 emergency, 2 same day, 3 soon
//	help        it gripped so long that help the same day was advised
//	sore        how sore it was at the end, 0 to 10; missing = not said, and 0 stands there
//	preview     it ran faster than life: no real session
//	took        counts from the beginning to the end, and with it the time in which nobody
//	            was there, where a session broke off and was gone on with; so does eased
//	look        opened and closed, and nothing said: no real session
//	replaced    it broke off, and another session of the same cramp counts in its place
//
// The file is only ever appended to, under the lock of history.lock, but for what its owner
// asks to forget.
//
// Across versions: a reader takes what it knows and ignores every other field, so a field
// may be added without a new version. What a field means never changes within a version;
// a line of a higher version is skipped and told, and stays. A line that is not right is
// skipped and told with its number, and the rest is read. Of lines with the same id the
// last one counts.
package journal
