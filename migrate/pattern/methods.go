package pattern

// MatchString reports whether the text has a match.
func (p *Pattern) MatchString(text string) bool { return p.regexp().MatchString(text) }

// FindString returns the first match, or nothing.
func (p *Pattern) FindString(text string) string { return p.regexp().FindString(text) }

// FindStringIndex returns where the first match begins and ends, or nil.
func (p *Pattern) FindStringIndex(text string) []int { return p.regexp().FindStringIndex(text) }

// FindStringSubmatch returns the first match and its groups, or nil.
func (p *Pattern) FindStringSubmatch(text string) []string {
	return p.regexp().FindStringSubmatch(text)
}

// FindStringSubmatchIndex returns where the first match and its groups begin and end, or nil.
func (p *Pattern) FindStringSubmatchIndex(text string) []int {
	return p.regexp().FindStringSubmatchIndex(text)
}

// FindAllString returns at most n matches, or all where n is negative.
func (p *Pattern) FindAllString(text string, n int) []string {
	return p.regexp().FindAllString(text, n)
}

// FindAllStringIndex returns where at most n matches begin and end, or all where n is negative.
func (p *Pattern) FindAllStringIndex(text string, n int) [][]int {
	return p.regexp().FindAllStringIndex(text, n)
}

// FindAllStringSubmatch returns at most n matches and their groups, or all where n is negative.
func (p *Pattern) FindAllStringSubmatch(text string, n int) [][]string {
	return p.regexp().FindAllStringSubmatch(text, n)
}

// FindAllStringSubmatchIndex returns where at most n matches and their groups begin and end, or all where n is negative.
func (p *Pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	return p.regexp().FindAllStringSubmatchIndex(text, n)
}

// ReplaceAllString writes replacement over each match; $1 stands for the first group.
func (p *Pattern) ReplaceAllString(text, replacement string) string {
	return p.regexp().ReplaceAllString(text, replacement)
}

// ReplaceAllStringFunc writes over each match what replacement returns of it.
func (p *Pattern) ReplaceAllStringFunc(text string, replacement func(string) string) string {
	return p.regexp().ReplaceAllStringFunc(text, replacement)
}

// Split cuts the text at its matches, into at most n pieces, or at all of them where n is negative.
func (p *Pattern) Split(text string, n int) []string { return p.regexp().Split(text, n) }

// SubexpNames returns the names of the groups; the first is of the whole, and has none.
func (p *Pattern) SubexpNames() []string { return p.regexp().SubexpNames() }
