package content

import "slices"

// Bone is a bone of a skeleton: from a point to the next one outward, and how long it
// is in thousandths of the figure's size.
type Bone struct {
	From, To string
	Long     int
}

// Bones are the bones of a view, from the middle of the body outward.
func (v View) Bones() []Bone { return skeletons[v] }

// skeletons are the bones of each view. Their lengths are those of a grown body in
// round numbers: the picture is to be read, not measured.
var skeletons = map[View][]Bone{
	Body: {
		{"hip", "shoulder", 275}, {"shoulder", "neck", 45}, {"neck", "head", 85},
		{"shoulder", "near-elbow", 170}, {"near-elbow", "near-hand", 180},
		{"shoulder", "far-elbow", 170}, {"far-elbow", "far-hand", 180},
		{"hip", "near-knee", 245}, {"near-knee", "near-heel", 255}, {"near-heel", "near-toe", 130},
		{"hip", "far-knee", 245}, {"far-knee", "far-heel", 255}, {"far-heel", "far-toe", 130},
	},
	Foot: {{"ankle", "shin", 620}, {"heel", "ankle", 280}, {"heel", "ball", 720}, {"ball", "toe", 260}},
	Sole: {{"heel", "ball", 660}},
}

// extraPoints are points that a view may have beside its bones: hands at a foot, the
// knee of the other leg under it, the cuff of a sock; from above the toes, the big one
// first, and the other foot, as far out as its little toe.
var extraPoints = map[View][]string{
	Foot: {
		"wrist", "knuckles", "fingers", "thumb", "wrist-two", "knuckles-two", "fingers-two", "thumb-two",
		"other-knee", "other-shin", "sock",
	},
	Sole: {
		"toe-1", "toe-2", "toe-3", "toe-4", "toe-5", "far-heel", "far-ball", "far-toe-5",
		"wrist", "knuckles", "fingers", "thumb", "wrist-two", "knuckles-two", "fingers-two", "thumb-two",
	},
}

// propPoints is how many points a prop has at least and at most, and what they are.
var propPoints = map[PropKind]struct {
	low, high int
	what      string
}{
	PropWall:     {1, 1, "its top"},
	PropChair:    {2, 3, "the front of its seat, the back of its seat, the top of its back; without that a stool"},
	PropBed:      {2, 2, "its head end, its foot end"},
	PropMattress: {2, 2, "its upper left corner, its lower right one"},
	PropPillow:   {1, 1, "its middle"},
	PropRoller:   {1, 1, "its middle"},
	PropBall:     {1, 1, "its middle"},
	PropCan:      {1, 1, "its middle"},
	PropTowel:    {2, 6, "the points that it runs along"},
	PropPack:     {2, 2, "its two ends"},
	PropBowl:     {2, 2, "the two ends of its rim"},
	PropRail:     {2, 2, "its two ends"},
	PropArrow:    {2, 2, "where it begins, where it points"},
}

// points are the points of a view's bones, each once.
func (v View) points() []string {
	var all []string
	for _, b := range skeletons[v] {
		for _, p := range []string{b.From, b.To} {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}
