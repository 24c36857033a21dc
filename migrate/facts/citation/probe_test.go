package citation

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"wp2pub/migrate/wordpress"
)

func TestProbe(t *testing.T) {
	f, err := os.Open("/tmp/probe.txt")
	if err != nil {
		t.Skip()
	}
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	site := b.Build()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		l := sc.Text()
		if l == "" {
			continue
		}
		if !strings.Contains(l, "<") {
			l = "<p>" + l + ` <a href="https://x.org/a.pdf">DOWNLOAD</a></p>`
		}
		root, _ := html.Parse(strings.NewReader(l))
		cs := Read(root, site.View(), Known{})
		fmt.Println("»", l)
		for _, c := range cs {
			fmt.Printf("    T=%q P=%q I=%q L=%q F=%d E=%d c=%.2f %v\n", c.Title, c.Publishers, c.Issued, c.Language, len(c.Files), len(c.Editions), c.Confidence, c.Doubts)
		}
	}
}
