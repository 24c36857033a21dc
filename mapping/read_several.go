package mapping

// several reads what a kind makes several records of, and what is filled, which may speak of the rows.
func (p *parser) several(k *kindDraft) {
	read := func() {
		if k.fieldNode != nil {
			k.fields = p.fields(k.fieldNode, "fields")
		}
	}
	if k.eachNode == nil {
		if k.keyNode != nil {
			p.fail(k.keyNode, "a key tells the records of one post apart, and a post makes one record here", "each: … beside it", "")
		}
		read()
		return
	}
	list, of := p.rowList(k.eachNode)
	var key expression
	p.inRows(of, func() {
		if k.keyNode != nil {
			key, _ = p.expression(k.keyNode)
		}
		read()
	})
	if list != nil {
		k.each = &several{list: list, key: key, place: p.place(k.eachNode)}
	}
}
