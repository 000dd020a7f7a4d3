package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/letters"
	"bihuan/internal/action/oversight"
	"bihuan/internal/domain/letter"
	"bihuan/internal/ledger"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// lettersIn is the filter of a list of letters, as its address says it.
func (v *visit) lettersIn() query.LettersIn {
	q := v.r.URL.Query()
	return query.LettersIn{Kind: q.Get("kind"), State: letter.State(q.Get("state")), Organisation: q.Get("organisation"),
		Department: q.Get("department"), Late: q.Get("late") != "", Page: v.pageNumber()}
}

func letterList(v *visit) error {
	in := v.lettersIn()
	in.Inspection = v.id()
	p, l, err := inspect(v, v.id(), "side.letters", query.Letters, in)
	if err != nil {
		return err
	}
	return v.show(templates.Letters(p, v.at(), l))
}

func roundLetters(v *visit) error {
	in := v.lettersIn()
	in.Round = v.id()
	l, err := see(v, query.RoundLetters, in)
	if err != nil {
		return err
	}
	return v.show(templates.Letters(v.page("side.letters"), v.at(), l))
}

func exportLetters(v *visit) error {
	in := v.lettersIn()
	in.Inspection = v.id()
	return v.exportLetters(in, &oversight.RecordExport{InspectionID: v.id(), List: "letters.xlsx", Filter: v.r.URL.RawQuery})
}

func exportRoundLetters(v *visit) error {
	in := v.lettersIn()
	in.Round = v.id()
	return v.exportLetters(in, &oversight.RecordRoundExport{RoundID: v.id(), List: "letters.xlsx", Filter: v.r.URL.RawQuery})
}

// exportLetters records the taking-out and answers with the list.
func (v *visit) exportLetters(in query.LettersIn, record action.Command) error {
	if _, err := v.do(record); err != nil {
		return err
	}
	out, err := see(v, query.ExportLetters, in)
	if err != nil {
		return err
	}
	return v.workbook(v.t("side.letters"), ledger.Letters(out))
}

// letterForm is the form of a new letter, about the problems in the address.
func letterForm(v *visit) error {
	q := v.r.URL.Query()
	in := query.LetterFormIn{Inspection: v.id(), Kind: q.Get("kind"), Department: q.Get("department"), Chosen: q["id"]}
	p, f, err := inspect(v, v.id(), "letter.new", query.LetterFormOf, in)
	if err != nil {
		return err
	}
	return v.show(templates.LetterForm(p, f))
}

func letterDraftForm(v *visit) error {
	p, f, err := inside(v, "letter.edit", query.LetterFormOf, query.LetterFormIn{ID: v.id()})
	if err != nil {
		return err
	}
	return v.show(templates.LetterForm(p, f))
}

func draftLetter(v *visit) error {
	return post(v, &letters.Draft{InspectionID: v.id()}, "letter.drafted", toRecord("/letters/"))
}

func letterPage(v *visit) error {
	p, l, err := inside(v, "letter.title-word", query.Letter, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Letter(p, l))
}

// onLetter runs a command on the letter of the address and comes back to it.
func onLetter(v *visit, cmd action.Command, done string) error {
	return post(v, cmd, done, to("/letters/"+v.id()))
}

func editLetter(v *visit) error { return onLetter(v, &letters.Edit{ID: v.id()}, "saved") }
func proposeLetter(v *visit) error {
	return onLetter(v, &letters.Propose{ID: v.id()}, "letter.proposed")
}
func decideLetter(v *visit) error { return onLetter(v, &letters.Decide{ID: v.id()}, "saved") }
func dropLetter(v *visit) error   { return onLetter(v, &letters.Drop{ID: v.id()}, "letter.dropped") }
func receiveLetter(v *visit) error {
	return onLetter(v, &letters.Receive{ID: v.id()}, "letter.received")
}
func replyLetter(v *visit) error  { return onLetter(v, &letters.Reply{ID: v.id()}, "letter.replied") }
func settleLetter(v *visit) error { return onLetter(v, &letters.Settle{ID: v.id()}, "saved") }

func issueLetter(v *visit) error {
	return onLetter(v, &letters.Issue{ID: v.id(), Freeze: paper.Desk{Calendar: v.run.Calendar}.FreezeLetter(v.keep)}, "letter.issued")
}

// letterFile hands the frozen paper out.
func letterFile(v *visit) error {
	cmd := &letters.Take{ID: v.id()}
	if _, err := v.do(cmd); err != nil {
		return err
	}
	return v.stream(cmd.Letter.FileName, docxType, cmd.Letter.FileHash, cmd.Letter.FileSize)
}

func letterLadder(v *visit) error {
	x, err := see(v, query.LetterLadderOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.LetterLadder(v.page("letter.ladder"), x))
}

func saveLetterLadder(v *visit) error {
	return post(v, &letters.SaveLadder{RoundID: v.id()}, "saved", to("/rounds/"+v.id()+"/letters/ladder"))
}
