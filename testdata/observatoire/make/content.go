package main

import (
	"embed"
	"fmt"

	"gopkg.in/yaml.v3"
)

//go:embed *.yaml schema.sql
var files embed.FS

// publication is an entry of ressources.yaml, notes.yaml or etudes.yaml.
type publication struct {
	Title      string   `yaml:"titre"`
	Subtitle   string   `yaml:"sous_titre"`
	Online     string   `yaml:"mis_en_ligne"`
	Subject    string   `yaml:"sujet"`
	Place      string   `yaml:"lieu"`
	Countries  []string `yaml:"pays"`
	Typed      pairs    `yaml:"saisie"`
	Issued     string   `yaml:"parution"`
	Year       string   `yaml:"annee"`
	When       string   `yaml:"quand"`
	Body       string   `yaml:"organisme"`
	Publisher  string   `yaml:"editeur"`
	Publishers []string `yaml:"editeurs"`
	Authors    authors  `yaml:"auteurs"`
	File       string   `yaml:"fichier"`
	Files      pairs    `yaml:"fichiers"`
	Language   string   `yaml:"langue"`
	Collection string   `yaml:"collection"`
	Pages      int      `yaml:"pages"`
	ISBN       bool     `yaml:"isbn"`
	DOI        string   `yaml:"doi"`
	Style      string   `yaml:"corps"`
	Form       string   `yaml:"forme"`
	Categories []string `yaml:"rubriques"`
	English    bool     `yaml:"anglais"`
	Spanish    bool     `yaml:"espagnol"`
	Lead       string   `yaml:"chapeau"`
}

func (p publication) tongue() string {
	switch {
	case p.English:
		return "en"
	case p.Spanish:
		return "es"
	}
	return "fr"
}

type news struct {
	Title      string   `yaml:"titre"`
	Date       string   `yaml:"date"`
	Categories []string `yaml:"rubriques"`
	PDF        struct {
		File string `yaml:"fichier"`
		Of   string `yaml:"renvoi"`
		Text string `yaml:"lien"`
	} `yaml:"pdf"`
	Attached string `yaml:"joint"`
	Image    string `yaml:"image"`
	Form     bool   `yaml:"formulaire"`
	Text     string `yaml:"texte"`
}

type happening struct {
	Title    string `yaml:"titre"`
	Start    string `yaml:"debut"`
	End      string `yaml:"fin"`
	Venue    string `yaml:"lieu"`
	Category string `yaml:"categorie"`
	Cost     string `yaml:"prix"`
	PDF      string `yaml:"pdf"`
	Text     string `yaml:"texte"`
}

type page struct {
	Title    string   `yaml:"titre"`
	Slug     string   `yaml:"slug"`
	Parent   string   `yaml:"parent"`
	Text     []string `yaml:"texte"`
	More     string   `yaml:"suite"`
	Form     string   `yaml:"formulaire"`
	PDF      []string `yaml:"pdf"`
	Status   string   `yaml:"statut"`
	Password string   `yaml:"motdepasse"`
}

type reserved struct {
	Type     string `yaml:"type"`
	Title    string `yaml:"titre"`
	Status   string `yaml:"statut"`
	Password string `yaml:"motdepasse"`
	Category string `yaml:"rubrique"`
}

// pairs are the entries of a map, in the order of the file.
type pairs [][2]string

func (p *pairs) UnmarshalYAML(node *yaml.Node) error {
	for i := 0; i+1 < len(node.Content); i += 2 {
		*p = append(*p, [2]string{node.Content[i].Value, node.Content[i+1].Value})
	}
	return nil
}

// authors are a list of rows, or one text as people type it.
type authors struct {
	rows []string
	text string
}

func (a *authors) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.SequenceNode {
		return node.Decode(&a.rows)
	}
	return node.Decode(&a.text)
}

// load reads one of the embedded files.
func load[T any](name string) T {
	var content T
	data, err := files.ReadFile(name)
	if err == nil {
		err = yaml.Unmarshal(data, &content)
	}
	if err != nil {
		panic(fmt.Sprintf("%s: %v", name, err))
	}
	return content
}
