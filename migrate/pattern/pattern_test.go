package pattern

import (
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// fails reports whether a call panics.
func fails(call func()) (failed bool) {
	defer func() { failed = recover() != nil }()
	call()
	return false
}

func TestWrongPatternFailsInTestsAtOnce(t *testing.T) {
	if !fails(func() { New("(") }) {
		t.Error("a pattern that cannot be compiled passes in a test")
	}
}

func TestPatternIsCompiledAtFirstUse(t *testing.T) {
	defer func(before bool) { tested = before }(tested)
	tested = false
	wrong := New("(")
	if !fails(func() { wrong.MatchString("") }) {
		t.Error("a pattern that cannot be compiled was used")
	}

	right := New("a+")
	if right.compiled != nil {
		t.Error("a pattern is compiled that nobody used")
	}
	var uses sync.WaitGroup
	for range 50 {
		uses.Go(func() {
			if found := right.FindString("baab"); found != "aa" {
				t.Errorf("found %q", found)
			}
		})
	}
	uses.Wait()
	first := right.compiled
	if right.MatchString("a"); right.compiled != first {
		t.Error("a pattern is compiled twice")
	}
}

// TestMethodsAreThoseOfRegexp calls each method of a pattern, and the one of its name of regexp.Regexp.
func TestMethodsAreThoseOfRegexp(t *testing.T) {
	const text, form = "volume 12, page 7", `(?P<word>[a-z]+) (\d+)`
	ours, theirs := reflect.ValueOf(New(form)), reflect.ValueOf(regexp.MustCompile(form))
	if ours.NumMethod() == 0 {
		t.Fatal("a pattern has no methods")
	}
	for i := range ours.NumMethod() {
		name := ours.Type().Method(i).Name
		method := ours.Method(i)
		arguments := []reflect.Value{reflect.ValueOf(text), reflect.ValueOf("<$2>")}
		switch of := method.Type(); {
		case of.NumIn() < 2:
			arguments = arguments[:of.NumIn()]
		case of.In(1).Kind() == reflect.Int:
			arguments[1] = reflect.ValueOf(1)
		case of.In(1).Kind() == reflect.Func:
			arguments[1] = reflect.ValueOf(strings.ToUpper)
		}
		got, want := method.Call(arguments)[0].Interface(), theirs.MethodByName(name).Call(arguments)[0].Interface()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
