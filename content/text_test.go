package content

import "testing"

func TestTextsForAListAndForATitle(t *testing.T) {
	for _, c := range []struct{ text, lower, titled string }{
		{"", "", ""},
		{"Your knee hurts.", "your knee hurts", "Your knee hurts."},
		{"left calf", "left calf", "Left calf"},
		{"No. Never.", "no. Never", "No. Never."},
		{"Ödem am Knöchel.", "ödem am Knöchel", "Ödem am Knöchel."},
		{"élevez le pied.", "élevez le pied", "Élevez le pied."},
		{"→ this way.", "→ this way", "→ this way."},
		{"“Slowly” is slow.", "“Slowly” is slow", "“Slowly” is slow."},
	} {
		if got := Lower(c.text); got != c.lower {
			t.Errorf("Lower(%q) = %q, want %q", c.text, got, c.lower)
		}
		if got := Titled(c.text); got != c.titled {
			t.Errorf("Titled(%q) = %q, want %q", c.text, got, c.titled)
		}
	}
}
