package cli

// planFields says what each field of a plan is, for the schema. A test holds that
// none is missing.
var planFields = map[string]string{
	"plan.version":           "of this form; see above for what changes it",
	"plan.muscle":            "which muscle cramps; a routine has none",
	"plan.routine":           "the id of the routine; relief of a cramp has none",
	"plan.own":               "the routine is from a file of the person's own, which nobody here has checked; missing: it isn't",
	"plan.side":              "which leg",
	"plan.position":          "how the person is",
	"plan.context":           "what they were doing, where that was told",
	"plan.have":              "what is at hand",
	"plan.care":              "what needs care",
	"plan.minutes":           "the minutes there are; missing: as long as it takes",
	"plan.assumed":           "what was not told and is taken to be so",
	"plan.first":             "what to do while it grips, or whom the routine is for",
	"plan.figure":            "what the figure beside that shows, in words",
	"plan.blocks":            "what there is to do, in order",
	"plan.stop_if":           "what stops every exercise",
	"plan.left_out_for_time": "what the minutes are too few for",
	"plan.left_out_for_you":  "exercises that are not for this person",
	"plan.total_seconds":     "the sum of all blocks",
	"plan.notes":             "what else to know",
	"plan.sources":           "the publications that are cited",

	"ground.source": "the id of the source that it rests on",
	"ground.choice": "why it is the makers' own choice",

	"statement.text": "a sentence",

	"spared.item": "the exercise's id",
	"spared.name": "what it is called",
	"spared.why":  "why it is left out",

	"block.step":    "the step that it belongs to",
	"block.kind":    "an exercise, the question about heat or cold, heat or cold itself, or what to drink",
	"block.item":    "the exercise's id",
	"block.name":    "what it is called",
	"block.side":    "which leg",
	"block.dose":    "how much, in words",
	"block.reps":    "how many repetitions, where they are counted; in each set, where there are sets",
	"block.sets":    "in how many sets, where there is more than one",
	"block.break":   "what lies between two sets",
	"block.seconds": "the sum of its phases",
	"block.phases":  "its stretches of time, in order",
	"block.figure":  "what its figure shows, in words",
	"block.how":     "how it is done",
	"block.stop_if": "what stops it",
	"block.notes":   "what else to know about it",
	"block.sources": "the ids of the sources of the technique",
	"block.packs":   "what the question about heat or cold offers, or what a routine has on the skin",

	"count.count": "how many",

	"length.seconds": "how long",

	"phase.kind":    "what is done",
	"phase.verb":    "what that is called on the screen",
	"phase.seconds": "how long; in an open phase how long is suggested",
	"phase.open":    "until the person says",
	"phase.rep":     "the repetition that it belongs to, from 1, counted on through the sets",

	"pack.kind":    "heat or cold",
	"pack.name":    "what it is called",
	"pack.seconds": "how long it is on the skin",
	"pack.at_hand": "the person has it",
	"pack.figure":  "what its figure shows, in words",

	"source.id":        "names it in this plan",
	"source.publisher": "who published it",
	"source.title":     "its title",
	"source.year":      "when",
	"source.where":     "where it is found",
	"source.read":      "how much of it was read",
}
