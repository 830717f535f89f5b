package content

import (
	"fmt"
	"reflect"
	"slices"
)

func equal(a, b any) bool { return reflect.DeepEqual(a, b) }

// walk visits every value inside v with the way that leads there, so that a new
// field can't be forgotten by the tests below.
func walk(v reflect.Value, path string, visit func(path string, v reflect.Value)) {
	visit(path, v)
	switch v.Kind() {
	case reflect.Pointer:
		walk(v.Elem(), path, visit)
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return slices.Compare([]byte(a.String()), []byte(b.String())) })
		for _, k := range keys {
			walk(v.MapIndex(k), path+"."+k.String(), visit)
		}
	}
}
