package survey

import (
	"fmt"
	"slices"
	"testing"
)

func TestFormsOfDates(t *testing.T) {
	values := []string{"12/01/2015", "05/2015", "mai 2015", "juin 2016", "11/02/2015", "13/01/2015", "3 mai 2015", "1er mars 2016", "14 de mayo de 2013"}
	want := "[05/2015 11/02/2015 13/01/2015 14 de mayo de 2013 1er mars 2016 3 mai 2015 juin 2016]"
	for range 2 {
		var d dates
		for _, value := range values {
			d.add(value)
		}
		if got := fmt.Sprint(d.list()); got != want {
			t.Errorf("%s, wanted %s", got, want)
		}
		slices.Reverse(values)
	}
	var many dates
	for i := range 3 * mostForms {
		many.add(fmt.Sprintf("%0*d", i+1, 1))
	}
	if len(many) != mostForms {
		t.Errorf("%d forms are kept", len(many))
	}
}
