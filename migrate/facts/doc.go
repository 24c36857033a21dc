// Package facts knows what a publication is: it reads events, files and people out of what WordPress stores and
// shows. Each reader takes the post, its View and the tree of its page, and gives plain values; the mapping names
// them.
package facts
