//go:build !linux

package main

// useLargePages does nothing where memory is not given by request.
func useLargePages(int) {}
