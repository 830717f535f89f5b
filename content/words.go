package content

// Muscle names a muscle group that a person can pick.
type Muscle string

// The muscle groups of article point 2: the back of the lower leg, the front and
// the back of the thigh, the instep and the toes.
const (
	Calf      Muscle = "calf"
	Quad      Muscle = "quad"
	Hamstring Muscle = "hamstring"
	Arch      Muscle = "arch"
	Toes      Muscle = "toes"
)

// Muscles lists every muscle group the library covers, in the order of article point 2.
func Muscles() []Muscle { return []Muscle{Calf, Quad, Hamstring, Arch, Toes} }

// Position is how a person's body is while they do something.
type Position string

// The three positions in which every muscle can be worked.
const (
	Standing Position = "standing"
	Seated   Position = "seated"
	Lying    Position = "lying"
)

// Positions lists every position, in the order in which one key changes them.
func Positions() []Position { return []Position{Seated, Lying, Standing} }

// Context is what the person was doing when the cramp came.
type Context string

// The contexts. Long is exercise of over an hour, or in the heat.
const (
	Exercise Context = "exercise"
	Long     Context = "long"
	Desk     Context = "desk"
	Sleep    Context = "sleep"
)

// Contexts lists every context, in the order in which one key changes them.
func Contexts() []Context { return []Context{Exercise, Long, Desk, Sleep} }

// Thing is something that a person may have at hand.
type Thing string

// What can be at hand.
const (
	Wall   Thing = "wall"
	Chair  Thing = "chair"
	Towel  Thing = "towel"
	Roller Thing = "roller"
	Ball   Thing = "ball" // a tennis ball
	Heat   Thing = "heat"
	Cold   Thing = "cold"
)

// Things lists everything that can be at hand, in the order of the picker.
func Things() []Thing { return []Thing{Wall, Chair, Towel, Roller, Ball, Heat, Cold} }

// Care is a reason to leave something out for this person.
type Care string

// The reasons for care: pregnant; unsteady on the feet; hip replaced; numb skin;
// a blood thinner; poor circulation; a limit on how much to drink.
const (
	Pregnant    Care = "pregnant"
	Unsteady    Care = "unsteady"
	Hip         Care = "hip"
	Numb        Care = "numb"
	Thinner     Care = "thinner"
	Circulation Care = "circulation"
	FluidLimit  Care = "fluid-limit"
)

// Cares lists every reason for care, in the order of the picker.
func Cares() []Care {
	return []Care{Pregnant, Unsteady, Hip, Numb, Thinner, Circulation, FluidLimit}
}

// Legs is which legs something is done on.
type Legs string

// The legs: one of them, or one after the other.
const (
	LeftLeg  Legs = "left"
	RightLeg Legs = "right"
	BothLegs Legs = "both"
)

// AllLegs lists them.
func AllLegs() []Legs { return []Legs{LeftLeg, RightLeg, BothLegs} }

// Step is one of the three steps that a session goes through, always in this order.
type Step string

// The three steps.
const (
	Wait    Step = "wait"
	Stretch Step = "stretch"
	Soothe  Step = "soothe"
)

// Steps lists the three steps in their order.
func Steps() []Step { return []Step{Wait, Stretch, Soothe} }
