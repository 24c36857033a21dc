package mapping

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

func typeFunctions() map[string]Function {
	return map[string]Function{
		"number":  {In: TypeText, Out: TypeNumber, Doc: "The text as a number; a decimal comma counts as a point.", Call: number},
		"integer": {In: TypeText, Out: TypeNumber, Doc: "The text as a whole number.", Call: integer},
		"boolean": {In: TypeText, Out: TypeBool, Doc: "1, true, yes, on as true; 0, false, no, off as false.", Call: boolean},
	}
}

// number reads a number. What only looks like one to a programmer (1e3, 0x10, Inf) is none.
func number(_ Item, v Value, _ []Value) (Value, error) {
	text := strings.TrimSpace(v.(string))
	if strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	if strings.Trim(text, "0123456789.-+") == "" {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n, nil
		}
		if f, err := strconv.ParseFloat(text, 64); err == nil && !math.IsInf(f, 0) {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%q is no number", shortened(v.(string)))
}

func integer(_ Item, v Value, _ []Value) (Value, error) {
	text := strings.TrimSpace(v.(string))
	if whole, zeros, point := strings.Cut(text, "."); point && strings.Trim(zeros, "0") == "" {
		text = whole
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is no whole number", shortened(v.(string)))
	}
	return n, nil
}

func boolean(_ Item, v Value, _ []Value) (Value, error) {
	switch fold(v.(string)) {
	case "1", "true", "yes", "on":
		return true, nil
	case "0", "false", "no", "off":
		return false, nil
	}
	return nil, fmt.Errorf("%q is neither true nor false", shortened(v.(string)))
}
