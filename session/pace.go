package session

import "time"

// fresh is how late a cue may come and still be about now.
const fresh = time.Second
