package mysql

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// certificate writes a certificate for 127.0.0.1 that signs itself, and its key.
func certificate(t *testing.T) (certFile, keyFile string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "server"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, content []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return write("cert.pem", "CERTIFICATE", cert), write("key.pem", "PRIVATE KEY", private)
}

func TestTLS(t *testing.T) {
	cert, key := certificate(t)
	server := mariadb.StartOwn(t, mariadb.TCP, mariadb.Option("--ssl-cert="+cert), mariadb.Option("--ssl-key="+key))
	server.Exec(t, "", "CREATE USER secure@'127.0.0.1' IDENTIFIED BY 'pw' REQUIRE SSL", "GRANT SELECT ON *.* TO secure@'127.0.0.1'", "CREATE DATABASE old")
	server.Exec(t, "old", oldTables...)
	for _, test := range []struct{ tls, ca, want string }{
		{"skip-verify", "", ""},
		{"preferred", "", ""},
		{"true", cert, ""},
		{"", cert, ""},
		{"true", "", "ca=FILE"},
		{"true", key, "no PEM certificate"},
		{"true", cert + ".none", "cannot read the certificates"},
		{"false", "", "refuses the connection"},
		{"", "", "refuses the connection"}, // this machine: no TLS unless asked for
	} {
		s, err := Open(t.Context(), Config{User: "secure", Password: "pw", Host: "127.0.0.1", Port: server.Port, Database: "old", TLS: test.tls, CA: test.ca})
		if err == nil {
			s.Close()
		}
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("tls=%q ca=%q: %v; want %q", test.tls, test.ca, err, test.want)
		}
	}
}

// A server without TLS is spoken to in clear only where that is not ruled out.
func TestNoTLS(t *testing.T) {
	server := mariadb.StartOwn(t, mariadb.TCP)
	server.Exec(t, "", "CREATE USER plain@'127.0.0.1' IDENTIFIED BY 'pw'", "GRANT SELECT ON *.* TO plain@'127.0.0.1'", "CREATE DATABASE old")
	server.Exec(t, "old", oldTables...)
	for mode, want := range map[string]string{"": "", "false": "", "preferred": "", "true": "tls=false", "skip-verify": "tls=false"} {
		s, err := Open(t.Context(), Config{User: "plain", Password: "pw", Host: "127.0.0.1", Port: server.Port, Database: "old", TLS: mode})
		if err == nil {
			s.Close()
		}
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("tls=%q: %v; want %q", mode, err, want)
		}
	}
}
