package clean

import "testing"

func TestUnwrapped(t *testing.T) {
	for wrapped, want := range map[string]string{
		"https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2Fa.pdf&data=05%7C01":                                     "https://x.example/a.pdf",
		"https://www.google.com/url?sa=t&q=https://x.example/b.pdf%3Fc%3D1&usg=x":                                                              "https://x.example/b.pdf?c=1",
		"https://l.facebook.com/l.php?u=https%3A%2F%2Fx.example%2F&h=1":                                                                        "https://x.example/",
		"https://docs.google.com/viewer?url=http://x.example/c.pdf&embedded=true":                                                              "http://x.example/c.pdf",
		"https://docs.google.com/gview?url=http://x.example/c.pdf":                                                                             "http://x.example/c.pdf",
		"https://view.officeapps.live.com/op/embed.aspx?src=https%3A%2F%2Fx.example%2Fd.pptx":                                                  "https://x.example/d.pptx",
		"https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fx.example%252Fe.pdf": "https://x.example/e.pdf",
		"https://www.google.com/search?q=https://x.example/":                                                                                   "https://www.google.com/search?q=https://x.example/",
		"https://www.google.com/url?q=javascript:alert(1)":                                                                                     "https://www.google.com/url?q=javascript:alert(1)",
		"https://www.google.com/url?q=/relative":                                                                                               "https://www.google.com/url?q=/relative",
		"https://docs.google.com/document/d/1?url=http://x.example/":                                                                           "https://docs.google.com/document/d/1?url=http://x.example/",
		"https://x.example/?url=https://y.example/":                                                                                            "https://x.example/?url=https://y.example/",
		"/relative?url=https://y.example/":                                                                                                     "/relative?url=https://y.example/",
	} {
		if got := unwrapped(wrapped); got != want {
			t.Errorf("%s leads to %s, wanted %s", wrapped, got, want)
		}
	}
}
