package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
)

// program names this very build: records that another one made are made again. It is the digest of the program's file; where
// that cannot be read, what the build says of itself.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return buildInfo()
	}
	file, err := os.Open(path)
	if err != nil {
		return buildInfo()
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return buildInfo()
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func buildInfo() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.String()
	}
	return "unknown"
}
