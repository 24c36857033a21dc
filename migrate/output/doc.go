// Package output is where records go: a directory that is brought up to date, or a stream.
//
// A Directory holds one file per record, or one file of JSON Lines per kind, and in .wp2pub what it knows of them: the
// manifest (which record stands where, with the digest of its bytes), the journal of an open run, the lock, the report; and a
// .gitignore, so that an output can be a git repository.
// A run compares first and writes only what differs. At any moment, kill -9 and power cuts included, each file is old
// or new and never between, and the next run goes on from there:
//
//   - Records are written to temporaries and committed in batches: the journal first says what is to come, all of it
//     is synced at once, then the temporaries are renamed into place.
//   - Nothing in the output changes its path, and nothing is removed, before Finish. Only then all paths are known:
//     where several posts want one, every one of them gets its ID, whatever order or history there was.
//   - Finish writes its moves and removals into the journal before it makes them, and then folds the journal into the
//     manifest. What a journal says is believed only where the file's bytes agree.
//
// What an output holds can be looked at while the source is still read: Ahead takes the lock, reads the manifest and looks at
// each file. What is to be written over or removed is read once more right before, since the look may be minutes old.
//
// A file that is not what the manifest says was edited by someone, or written by another program: it is left alone and
// reported, or kept aside. Only files are ours: nothing is written through a link, and nothing but a regular file read.
//
// Everything goes through Files, a small seam to a file system: the real one under os.Root, one in memory, and one that
// reads another but keeps what is written to itself. A dry run is the same Directory over the last.
package output
