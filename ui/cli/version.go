package cli

import (
	"cmp"
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// What a release is built as: the linker sets these. Any other build tells of itself
// what Go wrote into it.
var (
	releaseVersion string // "0.1.0"
	releaseCommit  string // in full
	releaseDate    string // of the commit, as RFC 3339 writes it: two builds are the same
)

// development is the version of a build that is no release.
const development = "development"

// shortCommit is how many letters of a commit are told.
const shortCommit = 12

// build is what the program was built from.
type build struct {
	version string    // "0.1.0", or development
	commit  string    // short, "+changes" behind it where files differed; "" = nobody knows
	date    time.Time // of the commit, in UTC; zero = nobody knows
}

// thisBuild is what this program was built from.
func thisBuild() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return builtFrom(releaseVersion, releaseCommit, releaseDate, info)
}

// unreleased is how Go names a version that nobody gave: it ends in a time and a commit.
var unreleased = regexp.MustCompile(`[-.]\d{14}-[0-9a-f]{12}(\+|$)`)

// builtFrom is a build of which a release says something, and Go perhaps more.
func builtFrom(version, commit, date string, info *debug.BuildInfo) build {
	vcs := map[string]string{}
	for _, s := range info.Settings {
		vcs[s.Key] = s.Value
	}
	if version == "" {
		version, _, _ = strings.Cut(strings.TrimPrefix(info.Main.Version, "v"), "+")
		if version == "(devel)" || unreleased.MatchString(info.Main.Version) {
			version = ""
		}
	}
	changed := commit == "" && vcs["vcs.modified"] == "true"
	b := build{version: cmp.Or(version, development), commit: cmp.Or(commit, vcs["vcs.revision"])}
	b.commit = b.commit[:min(shortCommit, len(b.commit))]
	if changed {
		b.commit += "+changes"
	}
	if at, err := time.Parse(time.RFC3339, cmp.Or(date, vcs["vcs.time"])); err == nil {
		b.date = at.UTC()
	}
	return b
}

// String is the version with the commit and the system that it was built for, in one
// line: "0.1.0 (abcdef123456, linux/amd64)".
func (b build) String() string {
	system := runtime.GOOS + "/" + runtime.GOARCH
	if b.commit != "" {
		system = b.commit + ", " + system
	}
	return fmt.Sprintf("%s (%s)", b.version, system)
}
