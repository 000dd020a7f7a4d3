package gongwen

import (
	"encoding/json"
	"errors"
	"fmt"
)

// codedBlock is a block with its kind, which JSON would lose.
type codedBlock struct {
	Heading   *Heading   `json:",omitempty"`
	Paragraph *Paragraph `json:",omitempty"`
	Table     *Table     `json:",omitempty"`
}

type plainDocument Document

// codedDocument is a document whose blocks keep their kinds; the outer fields
// stand for the inner ones of the same name.
type codedDocument struct {
	*plainDocument
	Blocks      []codedBlock
	Attachments []codedAttachment
}

type plainAttachment Attachment

type codedAttachment struct {
	plainAttachment
	Blocks []codedBlock
}

// Encode writes a document as JSON, equal documents as equal bytes.
func Encode(d *Document) ([]byte, error) {
	c := codedDocument{plainDocument: (*plainDocument)(d), Blocks: encodeBlocks(d.Blocks)}
	for _, a := range d.Attachments {
		c.Attachments = append(c.Attachments, codedAttachment{plainAttachment: plainAttachment(a), Blocks: encodeBlocks(a.Blocks)})
	}
	text, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("encode the paper: %w", err)
	}
	return text, nil
}

// Decode reads what [Encode] wrote.
func Decode(text []byte) (*Document, error) {
	d := &Document{}
	c := codedDocument{plainDocument: (*plainDocument)(d)}
	err := json.Unmarshal(text, &c)
	if err == nil {
		d.Blocks, err = decodeBlocks(c.Blocks)
	}
	for _, a := range c.Attachments {
		out := Attachment(a.plainAttachment)
		if err == nil {
			out.Blocks, err = decodeBlocks(a.Blocks)
		}
		d.Attachments = append(d.Attachments, out)
	}
	if err != nil {
		return nil, fmt.Errorf("decode the paper: %w", err)
	}
	return d, nil
}

func encodeBlocks(blocks []Block) []codedBlock {
	var out []codedBlock
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			out = append(out, codedBlock{Heading: &b})
		case Paragraph:
			out = append(out, codedBlock{Paragraph: &b})
		case Table:
			out = append(out, codedBlock{Table: &b})
		}
	}
	return out
}

func decodeBlocks(coded []codedBlock) ([]Block, error) {
	var out []Block
	for _, c := range coded {
		switch {
		case c.Heading != nil:
			out = append(out, *c.Heading)
		case c.Paragraph != nil:
			out = append(out, *c.Paragraph)
		case c.Table != nil:
			out = append(out, *c.Table)
		default:
			return nil, errors.New("a block of no kind")
		}
	}
	return out, nil
}
