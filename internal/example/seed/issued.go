package seed

import (
	"bihuan/internal/action"
	"bihuan/internal/action/issuing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/example"
	records "bihuan/internal/store"
)

// issuedPapers issues the papers that went out.
func (t *tale) issuedPapers() {
	for _, p := range t.o.Issued {
		t.issued(p)
	}
}

func (t *tale) issued(p example.Issued) {
	key := t.of("issued", p.Kind+"@"+string(p.On))
	t.add(p.On, evening, p.By, key, func(*action.Step) (action.Command, error) {
		ask := inspection.PaperAsk{InspectionID: t.inspectionID(), Kind: inspection.PaperKind(p.Kind)}
		return &issuing.Issue{PaperAsk: ask, Print: t.desk.Print, Keep: t.keep}, nil
	})
	if !p.Signed {
		return
	}
	t.add(p.On, evening+stepping, t.head(), "", func(s *action.Step) (action.Command, error) {
		was, err := records.IssuedPapers.Get(s.Tx, t.book.ids[key])
		return &issuing.Sign{ID: was.ID, Version: was.Version, Agree: true}, err
	})
}
