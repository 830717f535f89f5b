package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"uncramp/content"
	"uncramp/session"
)

// History is what the file of the history holds.
type History struct {
	Records []session.Record // in the file's order; of those with the same id the last one
	Damaged []Damage         // lines that were skipped
}

// Damage is a line of the history that was skipped.
type Damage struct {
	Line int    // from 1
	Why  string // short plain words
}

// line is a line of the history: a record behind its version.
type line struct {
	V int `json:"v"`
	session.Record
}

// History reads the history. Where there is no file it's empty. The error names the file;
// what could be read is there all the same.
func (j *Journal) History() (History, error) {
	held, err := j.disk.lock(j.path(historyLock), j.wait, shared)
	if err == nil {
		defer func() { _ = held.Unlock() }()
	} // else it's read as it is: somebody may have a history that they can't write
	path, err := j.history()
	if err != nil {
		return History{}, named(historyFile, err)
	}
	f, err := j.disk.open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return History{}, nil
	}
	if err != nil {
		return History{}, named(historyFile, err)
	}
	h, err := Read(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	return h, named(historyFile, err)
}

// Read reads a history as it streams in; no more than a line of it, of 1 MB at the most,
// is held at once. The error is that of r; what was read before is there all the same.
func Read(r io.Reader) (History, error) {
	var h History
	last := map[string]int{} // the index of the newest record of an id
	err := scan(r, func(n int, r session.Record, why string) {
		if why != "" {
			h.Damaged = append(h.Damaged, Damage{Line: n, Why: why})
			return
		}
		last[r.ID] = len(h.Records)
		h.Records = append(h.Records, r)
	})
	if len(last) < len(h.Records) {
		counted := h.Records[:0]
		for i, r := range h.Records {
			if last[r.ID] == i {
				counted = append(counted, r)
			}
		}
		h.Records = counted
	}
	return h, err
}

// scan calls see for each line but empty ones: with its record, or with why it has none.
func scan(r io.Reader, see func(n int, r session.Record, why string)) error {
	in := &lines{r: bufio.NewReaderSize(r, 64<<10)}
	known := words{}
	for n := 1; ; n++ {
		text, long, err := in.next()
		text = bytes.TrimSpace(text)
		switch {
		case long:
			see(n, session.Record{}, errLong.Error())
		case len(text) > 0:
			record, why := known.parse(text)
			see(n, record, why)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// lines cuts a stream into lines.
type lines struct {
	r   *bufio.Reader
	buf []byte
}

// next is the next line, valid until the next call, or that it was longer than the
// limit. The error, io.EOF at the end, comes with the last of it.
func (l *lines) next() (text []byte, long bool, err error) {
	l.buf = l.buf[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		more := errors.Is(err, bufio.ErrBufferFull)
		switch {
		case long:
		case len(l.buf) == 0 && !more:
			return part, false, err // most lines are never copied
		case len(l.buf)+len(part) > limit:
			long = true
		default:
			l.buf = append(l.buf, part...)
		}
		switch {
		case more:
		case long:
			return nil, true, err
		default:
			return l.buf, false, err
		}
	}
}

// parse reads a line of the history, or says why it has no record that counts.
func (w words) parse(text []byte) (r session.Record, why string) {
	l, ok := w.quick(text)
	if !ok {
		l = line{}
		if err := json.Unmarshal(text, &l); err != nil {
			return session.Record{}, whyNot(text, err)
		}
	}
	switch {
	case l.V > Version:
		return session.Record{}, newer(l.V)
	case l.V != Version:
		return session.Record{}, "no version"
	}
	return l.Record, checkRecord(l.Record)
}

// whyNot says in plain words why a line could not be read.
func whyNot(text []byte, err error) string {
	var version struct {
		V int `json:"v"`
	}
	if json.Unmarshal(text, &version) == nil && version.V > Version {
		return newer(version.V)
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax), errors.As(err, &kind) && kind.Field == "":
		return "not JSON"
	case kind != nil:
		return strings.TrimPrefix(kind.Field, "Record.") + " is of the wrong kind"
	}
	return "at is not a time" // all else is of a kind that JSON itself has
}

// checkRecord says what is not right in a record, "" = all is. Its words may be ones that
// a newer program has; its numbers are counts and seconds, now and for ever.
func checkRecord(r session.Record) string {
	numbers := []struct {
		what string
		n    int
	}{{"took", r.Took}, {"again", r.Again}, {"softer", r.Softer}}
	for _, n := range numbers {
		if n.n < 0 {
			return n.what + " is negative"
		}
	}
	for _, n := range r.Eased {
		if n < 0 {
			return "eased is negative"
		}
	}
	for _, list := range [][]session.Worked{r.Done, r.Skipped, r.LeftOut, r.BrokeOff, r.NotBegun} {
		for _, w := range list {
			if w.Reps < 0 {
				return "reps is negative"
			}
		}
	}
	for _, p := range r.Packs {
		if p.For < 0 {
			return "for is negative"
		}
	}
	switch {
	case r.ID == "":
		return "no id"
	case r.At.IsZero():
		return "no at"
	case r.Sore != nil && (*r.Sore < 0 || *r.Sore > 10):
		return "sore is not 0 to 10"
	case r.Sign < 0 || r.Sign > content.Soon:
		return fmt.Sprintf("sign is not 0 to %d", content.Soon)
	}
	return ""
}
