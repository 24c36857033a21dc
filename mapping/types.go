package mapping

// Type says what values a name, a function or a target has to do with. It serves the check of a mapping before any
// row is read: only what can never fit is a mistake. A type that is not among those below, such as "persons", is one
// that only its owner knows: anything may fit it.
type Type string

// The types.
const (
	TypeAny    Type = "any"
	TypeText   Type = "text"
	TypeTexts  Type = "texts"
	TypeNumber Type = "number"
	TypeBool   Type = "bool"
	TypeDate   Type = "date" // text in EDTF: 2013, 2013-05, 2013-05-14
	TypeList   Type = "list"
	TypeObject Type = "object"
	TypeNode   Type = "node"  // a piece of a page; where a text is wanted, its text
	TypeNodes  Type = "nodes" // a list of them
	TypeMarkup Type = "html"  // HTML: a piece of a page, or a text that holds some; for functions to take
)

// TypeSelector is the type of an argument that is a CSS selector.
const TypeSelector Type = "selector"

// called says what a value of the type is, in messages.
func (t Type) called() string {
	switch t {
	case TypeAny, "":
		return "any value"
	case TypeTexts:
		return "a list of texts"
	case TypeBool:
		return "true or false"
	case TypeObject:
		return "an object"
	case TypeNode:
		return "a piece of a page"
	case TypeNodes:
		return "a list of pieces of a page"
	case TypeMarkup:
		return "HTML, or a piece of a page"
	case TypeSelector:
		return "a CSS selector"
	}
	return "a " + string(t)
}

// known reports whether the type is one of the above, other than any.
func (t Type) known() bool {
	switch t {
	case TypeText, TypeTexts, TypeNumber, TypeBool, TypeDate, TypeList, TypeObject, TypeNode, TypeNodes, TypeMarkup:
		return true
	}
	return false
}

// hasParts reports whether there may be names below one of this type.
func (t Type) hasParts() bool {
	return t != TypeText && t != TypeNumber && t != TypeBool && t != TypeDate
}

func (t Type) list() bool { return t == TypeTexts || t == TypeNodes || t == TypeList }

// element is the type of what a list holds; of others, the type itself.
func (t Type) element() Type {
	switch t {
	case TypeTexts:
		return TypeText
	case TypeNodes:
		return TypeNode
	case TypeList:
		return TypeAny
	}
	return t
}

// listOf is the type of a list of this.
func (t Type) listOf() Type {
	switch t {
	case TypeText, TypeTexts:
		return TypeTexts
	case TypeNode, TypeNodes:
		return TypeNodes
	}
	return TypeList
}

// fits reports whether a value of this type can stand where want is wanted. One value stands for a list of one, and a list
// may be one of one; texts, numbers and dates are read as one another where their content allows; the rest is seen when the value is.
func (t Type) fits(want Type) bool {
	switch {
	case t == want:
		return true
	case want == TypeNode:
		return t == TypeNodes || t == TypeList || !t.known()
	case t == TypeNode:
		return want != TypeObject
	case !t.known() || !want.known():
		return true
	case want.list():
		return true
	case t.list():
		return t.element().fits(want)
	case want == TypeObject:
		return t == TypeText
	case want == TypeText || want == TypeMarkup:
		return true
	}
	return t == TypeText || t == TypeNumber && want != TypeNumber || t == TypeDate && want == TypeNumber
}

// typeOf is the type of a constant.
func typeOf(v Value) Type {
	switch v := v.(type) {
	case string:
		return TypeText
	case bool:
		return TypeBool
	case int64, float64:
		return TypeNumber
	case []Value:
		for _, element := range v {
			if typeOf(element) != TypeText {
				return TypeList
			}
		}
		return TypeTexts
	case Object:
		return TypeObject
	}
	return TypeAny
}
