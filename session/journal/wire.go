package journal

import (
	"encoding/json"
	"time"

	"uncramp/content"
	"uncramp/session"
)

// state is a checkpoint as it stands in the file. The names are the format's, not the
// session's: renaming a field there must change nothing here.
type state struct {
	ID      string          `json:"id"`
	Began   time.Time       `json:"began"`
	Left    time.Time       `json:"left"`
	Preview bool            `json:"preview,omitempty"`
	Ended   bool            `json:"ended,omitempty"`
	File    string          `json:"file,omitempty"`
	Record  json.RawMessage `json:"record"` // a line of the history
	Session saved           `json:"session"`
}

type saved struct {
	Facts     facts        `json:"facts"`
	Ease      ease         `json:"ease"`
	Done      []block      `json:"done,omitempty"`
	Rest      []block      `json:"rest,omitempty"`
	Planned   bool         `json:"planned,omitempty"`
	Gripping  bool         `json:"gripping,omitempty"`
	Onset     time.Time    `json:"onset"`
	Unchanged time.Time    `json:"unchanged"`
	EasedIn   length       `json:"eased_in,omitempty"`
	Eases     []length     `json:"eases,omitempty"`
	Help      bool         `json:"help,omitempty"`
	Where     session.Side `json:"where,omitempty"`
	Level     int          `json:"level,omitempty"`
	Cuts      []cut        `json:"cuts,omitempty"`
	Pack      *pack        `json:"pack,omitempty"`
	Packs     []worn       `json:"packs,omitempty"`
	Off       *worn        `json:"off,omitempty"`
	Start     time.Time    `json:"start"`
	At        time.Time    `json:"at"`
}

type facts struct {
	Muscle   content.Muscle   `json:"muscle"`
	Routine  string           `json:"routine,omitempty"`
	Side     session.Side     `json:"side,omitempty"`
	Position content.Position `json:"position,omitempty"`
	Context  content.Context  `json:"context,omitempty"`
	Have     []content.Thing  `json:"have,omitempty"`
	Care     []content.Care   `json:"care,omitempty"`
	Reps     int              `json:"reps,omitempty"`
	Minutes  int              `json:"minutes,omitempty"`
	Lain     bool             `json:"lain,omitempty"`
}

type ease struct {
	Pull    int          `json:"pull,omitempty"`
	Hold    length       `json:"hold,omitempty"`
	Steps   int          `json:"steps,omitempty"`
	Again   int          `json:"again,omitempty"`
	Cramped []string     `json:"cramped,omitempty"`
	Dropped []string     `json:"dropped,omitempty"`
	Closed  []string     `json:"closed,omitempty"`
	Tier    content.Tier `json:"tier,omitempty"`
}

// block is a block without its phases. Suggested is the time that was suggested for an
// open one, for what has begun short goes on short.
type block struct {
	Kind      session.BlockKind `json:"kind"`
	Item      string            `json:"item,omitempty"`
	Slot      string            `json:"slot,omitempty"`
	Muscle    content.Muscle    `json:"muscle,omitempty"`
	Side      session.Side      `json:"side,omitempty"`
	Step      content.Step      `json:"step,omitempty"`
	Suggested length            `json:"suggested,omitempty"`
	Reps      int               `json:"reps,omitempty"`
	Count     *ground           `json:"count,omitempty"`
	Sets      int               `json:"sets,omitempty"`
	SetsBy    *ground           `json:"sets_by,omitempty"`
	From      int               `json:"from,omitempty"`
	Begun     bool              `json:"begun,omitempty"`
	Pull      int               `json:"pull,omitempty"`
	Short     bool              `json:"short,omitempty"`
	Result    session.Result    `json:"result,omitempty"`
	Took      length            `json:"took,omitempty"`
}

// ground is what a number of repetitions, or of sets, rests on.
type ground struct {
	Source string `json:"source,omitempty"`
	Choice string `json:"choice,omitempty"`
}

type cut struct {
	Kind session.CutKind `json:"kind"`
	Item string          `json:"item,omitempty"`
}

type pack struct {
	Kind    content.Thing  `json:"kind"`
	Slot    string         `json:"slot,omitempty"`
	Muscle  content.Muscle `json:"muscle"`
	On      time.Time      `json:"on"`
	For     length         `json:"for"`
	Checked int            `json:"checked,omitempty"`
	Asking  bool           `json:"asking,omitempty"`
	Asked   time.Time      `json:"asked"`
}

type worn struct {
	Kind content.Thing `json:"kind"`
	On   time.Time     `json:"on"`
	Off  time.Time     `json:"off"`
}

// length is a length of time; its text is as in "1m30.5s", exact to the nanosecond.
type length time.Duration

// MarshalText is the text of the length.
func (l length) MarshalText() ([]byte, error) { return []byte(time.Duration(l).String()), nil }

// UnmarshalText reads a length.
func (l *length) UnmarshalText(text []byte) error {
	d, err := time.ParseDuration(string(text))
	*l = length(d)
	return err
}
