package output

// ignoreName tells git what of .wp2pub belongs to one run or one machine.
const ignoreName = private + "/.gitignore"

// ignored lets git keep what another copy of the output needs to go on, and what is made for readers: where each record
// stands, and the files for other programs. An unchanged run changes neither.
const ignored = `# A copy of these records goes on from the manifest. All else here is of one run or one machine.
/*
!/.gitignore
!/manifest.jsonl
!/also/
`

// ignore writes that file, unless something of its name is there: it may be changed at will.
func (d *Directory) ignore() error {
	there, err := exists(d.files, ignoreName)
	if err != nil || there {
		return err
	}
	return writeAtomic(d.files, ignoreName, []byte(ignored), d.files.Sync)
}
