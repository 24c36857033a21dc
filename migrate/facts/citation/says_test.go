package citation

import "testing"

func TestRemarks(t *testing.T) {
	for text, want := range map[string]Said{
		"Annual report (French) [PDF, 2 MB]":          {Title: "Annual report", Language: "fr", Fetch: true, Form: true},
		"Télécharger (fr)":                            {Language: "fr", Fetch: true},
		"Download in Spanish":                         {Language: "es", Fetch: true},
		"Français":                                    {Language: "fr"},
		"PDF (1,2 Mo)":                                {Fetch: true, Form: true},
		"The law of 2013":                             {Title: "The law of 2013"},
		"Guidelines (2013)":                           {Title: "Guidelines (2013)"},
		"Who is it (it)":                              {Title: "Who is it", Language: "it"},
		"Children on the move (with an introduction)": {Title: "Children on the move (with an introduction)"},
		"the report":                                  {Title: "the report"},
		"":                                            {},
	} {
		if got := Remarks(text); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}
