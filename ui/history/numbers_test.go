package history

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"uncramp/content"
	"uncramp/session"
)

// TestScale: an axis has room for the highest number, and its middle is whole.
func TestScale(t *testing.T) {
	t.Parallel()
	for most := range 5000 {
		top, labels := scale(most, func(n int) string { return strings.Repeat("x", n) })
		if top < most || top > 2*most && most > 1 || top%2 != 0 {
			t.Errorf("up to %d: %d", most, top)
		}
		if len(labels[chartHeight]) != top || len(labels[chartHeight/2]) != top/2 {
			t.Errorf("up to %d: the labels", most)
		}
	}
}

// TestBars: the longest fills its room, what is not nothing is seen, and the numbers
// stand behind the bars.
func TestBars(t *testing.T) {
	t.Parallel()
	p := looked(today(), 40)
	got := strings.Join(p.bars([]bar{{"left calf", 1000}, {"quad", 500}, {"toes", 1}, {"a very long name that is cut", 0}}, 28, 40), "\n")
	want := `left calf                 █████████ 1000
quad                      ████▌ 500
toes                      ▏ 1
a very long name that is…  0`
	if got != want {
		t.Errorf("the bars are\n%s\nwant\n%s", got, want)
	}
	if got := p.bars([]bar{{"left calf", 3}}, 9, 9); len(got) != 1 || got[0] != "left… 3" {
		t.Errorf("no room: %q", got)
	}
	if got := p.bars([]bar{{"hamstring, leg not said", 3}}, 23, 38); !strings.HasPrefix(got[0], "hamstring, leg not said ") {
		t.Errorf("the longest name of a leg: %q", got)
	}
}

// TestSpan: minutes and seconds, then hours.
func TestSpan(t *testing.T) {
	t.Parallel()
	for seconds, want := range map[int]string{0: "0:00", 59: "0:59", 60: "1:00", 3599: "59:59", 3600: "1 h 00", 3700: "1 h 01", 7*24*3600 + 1: "over 99 h"} {
		if got := span(seconds); got != want {
			t.Errorf("%d: %q, want %q", seconds, got, want)
		}
	}
}

// TestShares: the largest first, then as the content has them, then what it doesn't know.
func TestShares(t *testing.T) {
	t.Parallel()
	parts := map[leg]int{{"zzz", "left"}: 3, {"aaa", "left"}: 3, {content.Toes, session.Left}: 3, {content.Calf, session.Right}: 3, {content.Calf, session.Left}: 3, {content.Quad, session.Both}: 4}
	var got []string
	for _, s := range shares(parts, byLeg) {
		got = append(got, string(s.of.muscle)+" "+string(s.of.side))
	}
	if want := []string{"quad both", "calf left", "calf right", "toes left", "aaa left", "zzz left"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	doing := map[content.Context]int{"": 2, content.Sleep: 2, content.Exercise: 2, "new": 2, content.Desk: 1}
	order := shares(doing, byDoing)
	if order[0].of != content.Exercise || order[1].of != content.Sleep || order[2].of != "" || order[3].of != "new" || order[4].of != content.Desk {
		t.Errorf("%v of %v", order, slices.Collect(maps.Keys(doing)))
	}
	many := map[leg]int{}
	for i := range 12 {
		many[leg{content.Muscle(rune('a' + i)), session.Left}] = 12 - i
	}
	bars := barsOf(shares(many, byLeg), 8, func(x leg) string { return string(x.muscle) })
	if len(bars) != 9 || bars[8] != (bar{"others", 4 + 3 + 2 + 1}) {
		t.Errorf("others: %v", bars)
	}
}

// TestMedian: the middle one, or the lower of two.
func TestMedian(t *testing.T) {
	t.Parallel()
	for want, list := range map[int][]int{0: nil, 5: {5}, 2: {3, 1, 2}, 1: {1, 9}, 4: {9, 4, 1, 7}} {
		before := slices.Clone(list)
		if got := median(list); got != want || !slices.Equal(list, before) {
			t.Errorf("%v: %d, want %d", before, got, want)
		}
	}
}
