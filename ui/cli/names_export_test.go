package cli

import "github.com/spf13/cobra"

// Tree is every command that there is, help too, where nobody has set or kept anything.
func Tree() *cobra.Command {
	root := (&app{world: World{Getenv: func(string) string { return "" }}}).root()
	root.InitDefaultHelpCmd()
	return root
}

// WordsOf lists the words that a command takes first, as a shell completes them.
func WordsOf(c *cobra.Command) []string { return wordsOf(c) }

// Variables lists the names of the variables that the program says it reads.
func Variables() []string {
	var list []string
	for _, x := range environment() {
		list = append(list, x.name)
	}
	return list
}

// Topics lists the pages of help that are about no command, with what they say.
func Topics() map[string]string {
	list := map[string]string{}
	for _, x := range topics() {
		list[x.name] = x.text
	}
	return list
}

// PlanVersion is the version of the plan as JSON.
const PlanVersion = planVersion

// PlanFields lists the fields of a plan that are described, as "block.kind".
func PlanFields() []string {
	var list []string
	for name := range planFields {
		list = append(list, name)
	}
	return list
}
