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
//	record    what goes into the history if it's never taken up again: as a line there
//	session   what is known and where it stands
//
// In session, onset, unchanged, start, at and what a pack tells (on, asked, off) are
// instants of the wall clock, RFC 3339 in UTC with nanoseconds, for the clock of the
// session ends with its program. Lengths of time are strings as in "1m30.5s". An exercise
// is named by its place and its id and has no phases: those are made anew, of the content
// that there is then. How somebody likes to be led on (Facts.Manual) is a setting and is
// not kept.
//
// Across versions: a checkpoint lives for an hour and is never translated. Whatever
// changes in state takes a new version. One of another version, with a field that is not
// known, with a word or a number that no session has, or with the wrong sum, is no
// checkpoint: it is renamed (session-1.json.aside-1) and told, never deleted.
//
// # History
//
// history.jsonl holds one line for each ended session, in the order in which they ended:
//
//	{"v":1,"id":"...","at":"2026-01-02T03:04:05+01:00","muscle":"calf",...}
//
// The fields are those of session.Record, with its words and units. The file is only ever
// appended to, under the lock of history.lock, but for what its owner asks to forget.
//
// Across versions: a reader takes what it knows and ignores every other field, so a field
// may be added without a new version. What a field means never changes within a version;
// a line of a higher version is skipped and told, and stays. A line that is not right is
// skipped and told with its number, and the rest is read. Of lines with the same id the
// last one counts.
package journal
