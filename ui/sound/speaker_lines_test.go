package sound

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// fakeLinesVoice is a voice whose speaker stays, as s does.
func fakeLinesVoice(t *testing.T, s Speaker) (v *Voice, trouble chan error) {
	t.Helper()
	s.path, s.args = os.Args[0], nil
	return voiceOf(t, s)
}

// process is the one that runs, or ran last.
func (v *Voice) process(t *testing.T) *lineProcess {
	t.Helper()
	p, err := v.mouth.(*lineMouth).process()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ready waits until the speaker can speak.
func (v *Voice) ready(t *testing.T) *lineProcess {
	t.Helper()
	p := v.process(t)
	select {
	case <-p.ready:
	case <-time.After(20 * time.Second):
		t.Fatal("never ready")
	}
	return p
}

func (e *speakerEar) wantSaid(t *testing.T, lines ...string) {
	t.Helper()
	for _, want := range lines {
		if h := e.wait(t, "said"); h.text != fmt.Sprintf("%q", want) {
			t.Errorf("read %s, want %q", h.text, want)
		}
	}
}

func TestLinesOneProcess(t *testing.T) {
	ear := speakerAs(t, "lines")
	v, trouble := fakeLinesVoice(t, powershell)
	v.ready(t)
	up := ear.wait(t, "up")
	sayAndWait(t, v, "Hold.")
	v.Volume(5)
	sayAndWait(t, v, "hush; $(Remove-Item x)\nhush")
	ear.wantSaid(t, "say 100 Hold.", "say 005 hush; $(Remove-Item x) hush")
	v.Close()
	if h := ear.wait(t, "closed"); h.pid != up.pid {
		t.Errorf("process %s instead of %s", h.pid, up.pid)
	}
	ear.end(t, v)
	wantVoiceTrouble(t, trouble)
}

func TestLinesHush(t *testing.T) {
	ear := speakerAs(t, "lines")
	v, trouble := fakeLinesVoice(t, powershell)
	v.ready(t)
	v.Say("A long one.", time.Time{})
	ear.wantSaid(t, "say 100 A long one.")
	voicePromptly(t, v.Hush)
	ear.wantSaid(t, "hush")
	v.running.Wait()
	v.Say("Another long one.", time.Time{})
	ear.wantSaid(t, "say 100 Another long one.")
	voicePromptly(t, func() { v.Say("Rest.", time.Time{}) })
	ear.wantSaid(t, "hush", "say 100 Rest.")
	v.running.Wait()
	ear.end(t, v)
	wantVoiceTrouble(t, trouble)
}

// What is said before the speaker is ready would be late: nobody hears it, and the
// speaker isn't blamed. One that never gets ready is.
func TestLinesSlow(t *testing.T) {
	ear := speakerAs(t, "lines slow")
	slow := *powershell.lines
	slow.start = 500 * time.Millisecond
	v, trouble := fakeLinesVoice(t, Speaker{Name: "slow", lines: &slow})
	ear.wait(t, "up")
	for range 3 {
		sayAndWait(t, v, "Hold.")
	}
	wantVoiceTrouble(t, trouble)
	for range 2 {
		<-v.process(t).gone
		sayAndWait(t, v, "Rest.")
	}
	ear.end(t, v)
	voiceFault(t, trouble, "slow: doesn't answer", errMute)
}

// One that doesn't read any more is ended, and a new one started.
func TestLinesHung(t *testing.T) {
	ear := speakerAs(t, "lines hung")
	v, trouble := fakeLinesVoice(t, powershell)
	for range 2 {
		v.ready(t)
		voicePromptly(t, func() { v.Say("Hold.", time.Now().Add(time.Second)) })
		ear.wantSaid(t, "say 100 Hold.")
		ear.wait(t, "gone")
		v.running.Wait()
	}
	voiceFault(t, trouble, "powershell: doesn't answer", errMute)
}

func TestLinesFail(t *testing.T) {
	for _, s := range []Speaker{powershell, dispatcher} {
		ear := speakerAs(t, "fail")
		v, trouble := fakeLinesVoice(t, s)
		for range 2 {
			<-v.process(t).gone
			sayAndWait(t, v, "Hold.")
		}
		voiceFault(t, trouble, s.Name+": exit status 1: no ", nil)
		ear.end(t, v)
	}
}

// A speaker that ends between two phrases costs one of them.
func TestLinesEnds(t *testing.T) {
	ear := speakerAs(t, "lines")
	v, trouble := fakeLinesVoice(t, powershell)
	p := v.ready(t)
	p.kill(errGone)
	<-p.gone
	sayAndWait(t, v, "Lost.")
	v.ready(t)
	sayAndWait(t, v, "Hold.")
	ear.wantSaid(t, "say 100 Hold.")
	ear.end(t, v)
	wantVoiceTrouble(t, trouble)
}

// spd-say never tells when a phrase is over.
func TestLinesMute(t *testing.T) {
	ear := speakerAs(t, "lines mute")
	v, trouble := fakeLinesVoice(t, dispatcher)
	v.Say("Hold.", time.Now().Add(time.Second))
	ear.wantSaid(t, "!-!CANCEL self", "!-!SET self VOLUME 100", " Hold.", "!-!CANCEL self")
	v.running.Wait()
	v.Say("!-!QUIT", time.Time{})
	ear.wantSaid(t, "!-!CANCEL self", "!-!SET self VOLUME 100", " !-!QUIT")
	voicePromptly(t, v.Hush)
	ear.wantSaid(t, "!-!CANCEL self")
	v.running.Wait()
	v.Say("Rest.", time.Time{})
	ear.wantSaid(t, "!-!CANCEL self", "!-!SET self VOLUME 100", " Rest.")
	v.Close()
	ear.wantSaid(t, "!-!CANCEL self")
	ear.wait(t, "gone")
	wantVoiceTrouble(t, trouble)
}
