package example

import "bihuan/internal/domain/workday"

// Document is a paper that serves as evidence; its file is made from it.
type Document struct {
	File      string       `yaml:"file"` // below evidence/
	Title     string       `yaml:"title"`
	Number    string       `yaml:"number,omitempty"`
	Addressee string       `yaml:"addressee,omitempty"`
	Body      []Passage    `yaml:"body"`
	Signature string       `yaml:"signature"`
	Date      workday.Date `yaml:"date"`
}

// Passage is a heading, a paragraph, or a heading with a paragraph under it.
type Passage struct {
	Heading string `yaml:"heading,omitempty"`
	Text    string `yaml:"text,omitempty"`
}
