//go:build !windows

package journal

import "os"

// syncFolder makes the names in a folder last.
func (system) syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}
