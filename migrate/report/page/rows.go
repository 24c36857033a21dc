package page

import (
	"strings"

	"wp2pub/migrate/report"
)

// rowSentence accounts for every row. What the site keeps for itself is told apart from content that stays behind.
func rowSentence(r *report.Report, o Options) string {
	if r.Total() == 0 {
		return "There is no row in the posts table."
	}
	counts, left := map[report.Disposition]int{}, map[string]int{}
	for _, t := range r.PostTypes() {
		for _, part := range t.Parts {
			counts[wayOf(part)] += part.Rows
			if wayOf(part) == report.Exclude {
				for status, n := range part.Statuses {
					left[statusName(status)] += n
				}
			}
		}
	}
	var parts []string
	for _, way := range ways {
		if n := counts[way]; n > 0 {
			parts = append(parts, waySentence(r, o, way, n, left))
		}
	}
	return "Of " + counted(r.Total(), "row") + " in the posts table, " + strings.Join(parts, "; ") + "."
}

// waySentence says what becomes of n rows.
func waySentence(r *report.Report, o Options, way report.Disposition, n int, left map[string]int) string {
	one := n == 1
	switch way {
	case report.Migrate:
		records := 0
		for _, kind := range r.Kinds() {
			records += kind.Of
		}
		return counted(n, "post") + o.say(verb(one, " becomes ", " become "), " became ") + counted(records, "record")
	case report.Reject:
		return counted(n, "post") + " should become " + verb(one, "a record and cannot", "records and cannot")
	case report.Unmapped:
		return counted(n, "row") + verb(one, " is of a type", " are of types") + " that no rule speaks of"
	case report.Media:
		return counted(n, "media file") + verb(one, " comes along with the records that show it", " come along with the records that show them")
	case report.Exclude:
		return counted(n, "post") + verb(one, " stays", " stay") + " behind (" + leftSentence(left) + ")"
	}
	return counted(n, "row") + verb(one, " is", " are") + " internal to WordPress"
}

func verb(one bool, singular, plural string) string {
	if one {
		return singular
	}
	return plural
}

// leftSentence says in which states posts are that stay behind: "4 drafts, 2 private".
func leftSentence(left map[string]int) string {
	const most = 4
	var parts []string
	names := byCount(left)
	for i, name := range names {
		if i == most-1 && len(names) > most {
			rest := 0
			for _, name := range names[i:] {
				rest += left[name]
			}
			return strings.Join(parts, ", ") + " and " + grouped(rest) + " more"
		}
		parts = append(parts, grouped(left[name])+" "+name)
	}
	return strings.Join(parts, ", ")
}

// statusName is a status of WordPress in plain words.
func statusName(status string) string {
	switch status {
	case "draft", "auto-draft":
		return "in draft"
	case "pending":
		return "waiting for review"
	case "future":
		return "scheduled"
	case "private":
		return "private"
	case "trash":
		return "in the trash"
	case "publish", "inherit":
		return "protected or excluded"
	}
	return "of status " + status
}
