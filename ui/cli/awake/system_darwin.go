package awake

import (
	"os"
	"strconv"
)

// system is the holder of this system: caffeinate keeps the display (-d) on until it
// is ended, or until this program is gone (-w), in whichever way.
func system(func(string) string) holder {
	return &process{name: "/usr/bin/caffeinate", args: []string{"-d", "-w", strconv.Itoa(os.Getpid())}}
}
