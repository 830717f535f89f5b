// Command uncramp takes somebody with a cramped leg muscle from the spasm to
// walking again: wait, stretch, soothe.
package main

import (
	"os"

	"uncramp/ui/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], cli.System())) }
