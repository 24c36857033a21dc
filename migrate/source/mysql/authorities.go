package mysql

import (
	"crypto/x509"
	"fmt"
	"os"
)

// authorities reads the certificates of a PEM file; nil, the system's, where no file is named.
func authorities(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read the certificates of ca=%s: %w", file, err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(text) {
		return nil, fmt.Errorf("there is no PEM certificate in ca=%s", file)
	}
	return pool, nil
}
