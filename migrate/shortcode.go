package migrate

import (
	"wp2pub/mapping"
	"wp2pub/migrate/render"
)

// shortcode says what the mapping wants done with a shortcode.
func (e *engine) shortcode(name string) render.Policy {
	wanted, exact := e.options.Mapping.Shortcode(name)
	policy := render.Policy{Pattern: !exact}
	switch wanted {
	case "":
	case mapping.UnwrapShortcode:
		policy.Action = render.Unwrap
	case mapping.DropShortcode:
		policy.Action = render.Drop
	case mapping.KeepShortcode:
		policy.Action = render.Keep
	default:
		policy.Action, policy.Template = render.Replace, string(wanted)
	}
	return policy
}
