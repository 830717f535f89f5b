package content

import "slices"

// View is what a figure shows, and with it which points it has.
type View string

// The views.
const (
	Body View = "body" // a whole person, from the side
	Foot View = "foot" // one foot, from the side
	Sole View = "sole" // one foot, from above
)

// Views lists every view.
func Views() []View { return []View{Body, Foot, Sole} }

// Figure is a picture that does an exercise: what is to be seen of somebody, in key
// poses, and which of them belongs to which phase. Places are in thousandths of a
// square box, [right, down] from its upper left corner. Everybody faces right, and
// the near leg is the one that is worked on; for the other leg it is mirrored.
type Figure struct {
	ID    string `yaml:"id"`    // as the file's name
	Words string `yaml:"words"` // the same in words, for whoever can't see it
	View  View   `yaml:"view"`

	Items     []string   `yaml:"items,omitempty"`     // ids of the items that it shows
	Packs     []string   `yaml:"packs,omitempty"`     // ids of the packs that it shows
	Waits     []Muscle   `yaml:"waits,omitempty"`     // the muscles whose wait it shows
	Muscles   []Muscle   `yaml:"muscles,omitempty"`   // of an item or a pack: for these alone
	Positions []Position `yaml:"positions,omitempty"` // in these alone

	Size  int      `yaml:"size"`            // how tall the body is when it stands, or how long the foot is
	Floor int      `yaml:"floor,omitempty"` // how far down the floor, or the top of the bed, is; 0 = not shown
	Feet  []string `yaml:"feet,omitempty"`  // points that stay on the floor where they are, in every pose
	Works []Mark   `yaml:"works,omitempty"` // what is stretched, rolled or rubbed
	// Foreshortened are the limbs, by their outer point, that don't lie in the plane of
	// the picture and so look shorter.
	Foreshortened []string `yaml:"foreshortened,omitempty"`
	Props         []Prop   `yaml:"props,omitempty"`
	Poses         []Pose   `yaml:"poses"`
	When          Course   `yaml:"when"`
	Tempo         Tempo    `yaml:"tempo,omitempty"`
}

// Mark is a muscle that is worked on.
type Mark struct {
	Muscle Muscle `yaml:"muscle"`
	Leg    Leg    `yaml:"leg"`
}

// Leg is one of the two legs of a figure.
type Leg string

// The legs: the one in front, and the one behind it.
const (
	Near Leg = "near"
	Far  Leg = "far"
)

// PropKind is a thing beside a body.
type PropKind string

// The props. What a point of each means stands in propPoints.
const (
	PropWall     PropKind = "wall"
	PropChair    PropKind = "chair"
	PropBed      PropKind = "bed"      // from the side
	PropMattress PropKind = "mattress" // the bed from above, or the edge one sits on
	PropPillow   PropKind = "pillow"
	PropRoller   PropKind = "roller"
	PropBall     PropKind = "ball"
	PropCan      PropKind = "can"
	PropTowel    PropKind = "towel"
	PropPack     PropKind = "pack"
	PropBowl     PropKind = "bowl"
	PropRail     PropKind = "rail"
	PropArrow    PropKind = "arrow" // which way it goes
)

// PropKinds lists every prop.
func PropKinds() []PropKind {
	return []PropKind{
		PropWall, PropChair, PropBed, PropMattress, PropPillow, PropRoller, PropBall, PropCan, PropTowel, PropPack, PropBowl, PropRail, PropArrow,
	}
}

// Prop is a thing beside the body, at points that the poses place.
type Prop struct {
	Kind PropKind `yaml:"kind"`
	At   []string `yaml:"at"`
}

// Pose is where every point is at one moment. A pose after the first need only name
// what differs from the first.
type Pose struct {
	Name   string           `yaml:"name"`
	Points map[string][]int `yaml:"points"` // [right, down], 0 to 1000 each
}

// Course says which poses belong to which phase, by name. In a phase with one pose
// the figure moves there and stands still; with more it goes round and round. A phase
// that is left out shows the first pose.
type Course struct {
	Ready []string `yaml:"ready,omitempty"` // the lead, the switch of sides, a pack not yet on
	Rise  []string `yaml:"rise,omitempty"`
	Hold  []string `yaml:"hold,omitempty"`
	Lower []string `yaml:"lower,omitempty"`
	Rest  []string `yaml:"rest,omitempty"`
	Timed []string `yaml:"timed,omitempty"`
	Open  []string `yaml:"open,omitempty"`
}

// Tempo is how fast a figure moves where the phase doesn't say, in milliseconds. It
// is how we draw it, not a dose.
type Tempo struct {
	Move int `yaml:"move,omitempty"` // from one pose to the next, 200 to 6000; 0 = 1500
	Stay int `yaml:"stay,omitempty"` // in a pose of a round, 0 to 6000
}

// Point is where a point is in a pose, and whether it is named there or in the first.
func (f Figure) Point(pose Pose, name string) (x, y int, ok bool) {
	p, ok := pose.Points[name]
	if !ok && len(f.Poses) > 0 {
		p, ok = f.Poses[0].Points[name]
	}
	if !ok || len(p) != 2 {
		return 0, 0, false
	}
	return p[0], p[1], true
}

// Pose is the pose with that name.
func (f Figure) Pose(name string) (Pose, bool) {
	return find(f.Poses, func(p *Pose) bool { return p.Name == name })
}

// suits says that a figure is for a muscle and a position, where it says for which.
func (f Figure) suits(m Muscle, p Position) bool {
	return (len(f.Muscles) == 0 || slices.Contains(f.Muscles, m)) &&
		(len(f.Positions) == 0 || slices.Contains(f.Positions, p))
}

// ItemFigure is the figure of an item, for a muscle and a position.
func (l *Library) ItemFigure(id string, m Muscle, p Position) (Figure, bool) {
	return find(l.Figures, func(f *Figure) bool { return slices.Contains(f.Items, id) && f.suits(m, p) })
}

// PackFigure is the figure of a pack, for a muscle and a position.
func (l *Library) PackFigure(id string, m Muscle, p Position) (Figure, bool) {
	return find(l.Figures, func(f *Figure) bool { return slices.Contains(f.Packs, id) && f.suits(m, p) })
}
