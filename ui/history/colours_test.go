package history

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestColours: bars read on black, on white and on what is nearly so; words have no
// colour of their own.
func TestColours(t *testing.T) {
	t.Parallel()
	light := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		sum := 0.0
		for i, v := range []uint32{r, g, b} {
			x := float64(v) / 0xffff
			if x = math.Pow((x+0.055)/1.055, 2.4); v < 0x0a00 {
				x = float64(v) / 0xffff / 12.92
			}
			sum += []float64{0.2126, 0.7152, 0.0722}[i] * x
		}
		return sum
	}
	contrast := func(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
	s := Colours()
	for name, style := range map[string]color.Color{"bar": s.Bar.GetForeground(), "long": s.Long.GetForeground()} {
		l := light(style)
		for ground, least := range map[color.Gray]float64{{0}: 4.5, {255}: 4.5, {0x28}: 3, {0xee}: 3} {
			if c := contrast(l, light(ground)); c < least {
				t.Errorf("%s on %v: %.2f", name, ground, c)
			}
		}
	}
	for name, style := range map[string]string{"heading": s.Heading.Render("x"), "number": s.Number.Render("x"), "alert": s.Alert.Render("x")} {
		if strings.Contains(style, "38;") || ansi.Strip(style) != "x" {
			t.Errorf("%s: %q", name, style)
		}
	}
	if w := fmt.Sprintf("%q", Weights().Bar.Render("x")); w != `"x"` {
		t.Errorf("a bar without colours: %s", w)
	}
}
