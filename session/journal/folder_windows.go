package journal

// syncFolder does nothing: Windows keeps the names of files by itself, and can't open a
// folder to sync it.
func (system) syncFolder(string) error { return nil }
