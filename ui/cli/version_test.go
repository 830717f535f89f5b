package cli

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// stamped is what Go writes into a program that it builds from a checkout.
func stamped(version, revision, modified string) *debug.BuildInfo {
	return &debug.BuildInfo{Main: debug.Module{Version: version}, Settings: []debug.BuildSetting{
		{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: revision},
		{Key: "vcs.time", Value: "2026-11-23T08:00:00Z"}, {Key: "vcs.modified", Value: modified},
	}}
}

// TestBuiltFrom: what a release says counts, then what Go wrote; what nobody knows is
// left out.
func TestBuiltFrom(t *testing.T) {
	t.Parallel()
	const commit = "0123456789abcdef0123456789abcdef01234567"
	system := runtime.GOOS + "/" + runtime.GOARCH
	at := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, version, commit, date string
		info                        *debug.BuildInfo
		want                        string
		at                          time.Time
	}{
		{"release", "0.1.0", commit, "2026-11-23T09:00:00+01:00", stamped("(devel)", "fff", "true"), "0.1.0 (0123456789ab, " + system + ")", at},
		{"tag", "", "", "", stamped("v0.2.0", commit, "false"), "0.2.0 (0123456789ab, " + system + ")", at},
		{"tag before a release", "", "", "", stamped("v1.0.0-rc.1", commit, "false"), "1.0.0-rc.1 (0123456789ab, " + system + ")", at},
		{"tag and changes", "", "", "", stamped("v0.2.0+dirty", commit, "true"), "0.2.0 (0123456789ab+changes, " + system + ")", at},
		{"checkout", "", "", "", stamped("v0.0.0-20261123080000-0123456789ab", commit, "false"), "development (0123456789ab, " + system + ")", at},
		{"after a tag", "", "", "", stamped("v0.2.1-0.20261123080000-0123456789ab+dirty", commit, "true"), "development (0123456789ab+changes, " + system + ")", at},
		{"no commit", "", "", "", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, "development (" + system + ")", time.Time{}},
		{"nothing", "", "", "", &debug.BuildInfo{}, "development (" + system + ")", time.Time{}},
		{"short commit", "0.1.0", "abc", "soon", &debug.BuildInfo{}, "0.1.0 (abc, " + system + ")", time.Time{}},
	} {
		b := builtFrom(c.version, c.commit, c.date, c.info)
		if b.String() != c.want || b.date != c.at {
			t.Errorf("%s: %q of %v, want %q of %v", c.name, b, b.date, c.want, c.at)
		}
	}
	if s := thisBuild().String(); !strings.HasSuffix(s, system+")") {
		t.Errorf("this build is %q", s)
	}
}
