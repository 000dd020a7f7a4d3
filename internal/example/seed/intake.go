package seed

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"

	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/example"
	"bihuan/internal/read"
	records "bihuan/internal/store"
)

// paper is the file of a feedback paper.
const paper = "feedback.docx"

// intake puts the organisation under inspection and brings in the feedback.
func (t *tale) intake() {
	f, office := t.o.Feedback, t.city.InspectionOffice.People
	day := f.Meeting.On
	t.add(t.inspection.Entered, morning, office[1].Key, "inspection "+t.o.Key, func(*action.Step) (action.Command, error) {
		return &intake.AddInspection{RoundID: t.book.id("round", t.city.Round.Key), TeamID: t.book.id("team", t.inspection.Team),
			OrgID: t.book.id("organisation", t.o.Key), Title: t.inspection.Title}, nil
	})
	for _, m := range f.Immediate {
		t.immediate(m)
	}
	t.add(day, late, office[2].Key, "", func(s *action.Step) (action.Command, error) {
		i, err := records.Inspections.Get(s.Tx, t.inspectionID())
		return &intake.RecordFeedback{ID: i.ID, Version: i.Version, FeedbackOn: day, Place: f.Meeting.Place,
			NoticeTitle: f.Notice.Title, NoticeNumber: f.Notice.Number, NoticeOn: f.Notice.On, LeftOn: t.inspection.Left}, err
	})
	t.add(day, noon, t.clerk(), "", func(s *action.Step) (action.Command, error) {
		i, err := records.Inspections.Get(s.Tx, t.inspectionID())
		return &intake.RecordStatement{ID: i.ID, Version: i.Version, By: t.person(f.Statement.By), Points: f.Statement.Points}, err
	})
	t.add(day, early, t.liaison(), "feedback "+t.o.Key, func(*action.Step) (action.Command, error) {
		return &intake.ImportFeedback{InspectionID: t.inspectionID(), Paper: t.proposal()}, nil
	})
	t.add(day, later, office[2].Key, "", func(s *action.Step) (action.Command, error) {
		read, err := records.Feedbacks.Get(s.Tx, t.book.id("feedback", t.o.Key))
		return &intake.SealFeedback{ID: read.ID, Version: read.Version}, err
	})
}

// immediate hands matters over during the inspection; the head answers, the
// team accepts.
func (t *tale) immediate(m example.Immediate) {
	key := t.of("immediate", m.Number)
	t.add(m.Issued, late, t.liaison(), key, func(*action.Step) (action.Command, error) {
		return &intake.AddImmediate{InspectionID: t.inspectionID(), Number: m.Number, Text: m.Text, Demand: m.Demand,
			IssuedOn: m.Issued, Due: m.Due}, nil
	})
	if m.Reply == "" {
		return
	}
	t.add(m.RepliedOn, morning, t.head(), "", func(s *action.Step) (action.Command, error) {
		was, err := records.Immediates.Get(s.Tx, t.book.ids[key])
		return &intake.ReplyImmediate{ID: was.ID, Version: was.Version, Reply: m.Reply}, err
	})
	if m.Accepted {
		t.add(m.RepliedOn, evening, t.liaison(), "", func(s *action.Step) (action.Command, error) {
			was, err := records.Immediates.Get(s.Tx, t.book.ids[key])
			return &intake.AcceptImmediate{ID: was.ID, Version: was.Version, Accept: true}, err
		})
	}
}

// liaison is the member of the team who keeps the contact (联络员).
func (t *tale) liaison() string {
	for _, team := range t.city.Teams {
		if team.Key != t.inspection.Team {
			continue
		}
		for _, p := range team.Members {
			if p.Role == "联络员" {
				return p.Key
			}
		}
	}
	return ""
}

// proposal is the paper as it was read, with the number under which the notice
// brought it.
func (t *tale) proposal() inspection.Feedback {
	p := t.papers[t.o.Key]
	p.DocumentNumber = t.o.Feedback.Notice.Number
	return p
}

// readPapers reads the feedback papers as an upload on the page would be read.
func readPapers(ctx context.Context, src Source, stored map[string]storedFile) (map[string]inspection.Feedback, error) {
	out := map[string]inspection.Feedback{}
	for _, o := range src.City.Organisations {
		name := path.Join(o.Key, paper)
		text, err := fs.ReadFile(src.Folder, name)
		if err != nil {
			return nil, err
		}
		p, err := read.Parse(ctx, paper, bytes.NewReader(text), int64(len(text)), read.Options{})
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		f := intake.Proposal(p)
		f.FileName, f.FileHash, f.FileSize = paper, stored[name].hash, stored[name].size
		out[o.Key] = f
	}
	return out, nil
}
