package signal

import (
	"strconv"

	"bihuan/internal/domain/workday"
)

// wording is what is kept of a problem's original wording.
type wording struct {
	marks  []uint64 // only while its organisation is looked at
	at     int32
	number string
	title  string
	on     workday.Date // of the feedback
	closed workday.Date
}

func wordingOf(d *Dossier, c *Case, at int32) wording {
	return wording{at: at, number: c.Problem.Number, title: c.Problem.Title, on: d.Inspection.FeedbackOn, closed: c.Problem.ClosedOn}
}

// recurring finds problems of an organisation whose like was signed off after
// an earlier feedback.
func (s *Scan) recurring() []Finding {
	var out []Finding
	for _, list := range s.wordings {
		if !s.inspectedAgain(list) {
			continue
		}
		for i := range list {
			list[i].marks = shingles(normal(list[i].title, nil), nil)
		}
		for _, now := range list {
			frame := s.places[now.at].frame
			set := s.frames[frame].settings
			if !set.On(Recurring) {
				continue
			}
			best, was := 0, wording{}
			for _, then := range list {
				if then.closed == "" || !then.on.Before(now.on) || now.on.Before(then.closed) || s.places[then.at].frame == frame {
					continue
				}
				if n := alike(now.marks, then.marks); n > best {
					best, was = n, then
				}
			}
			if best >= set.RecurringPercent {
				out = append(out, s.again(now, was, best))
			}
		}
		for i := range list {
			list[i].marks = nil
		}
	}
	return out
}

// inspectedAgain reports whether the problems are of more than one inspection.
func (s *Scan) inspectedAgain(list []wording) bool {
	return s.places[list[0].at].frame != s.places[list[len(list)-1].at].frame
}

func (s *Scan) again(now, was wording, likeness int) Finding {
	f := s.frames[s.places[now.at].frame]
	id := s.places[now.at].id
	out := Finding{InspectionID: f.id, OrgID: f.org, ProblemID: id, Rule: Recurring, Subject: id, Stage: PlanStage,
		Args: []string{was.number, string(was.closed), strconv.Itoa(likeness)}}
	for _, w := range []wording{now, was} {
		p := s.places[w.at]
		out.Base = append(out.Base, Base{Kind: "problem", RecordID: p.id, ProblemID: p.id, InspectionID: s.frames[p.frame].id,
			OrgID: s.frames[p.frame].org, Label: excerpt(w.number + " " + w.title)})
	}
	return out
}
