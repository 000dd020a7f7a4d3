package query

import (
	"strings"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/plan"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/regulation"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// SourceRow is one record, or one list, on which words of a paper rest. What
// the caller may not see has no label and no address.
type SourceRow struct {
	Ref   Source
	Kind  string // table or list
	Label string
	On    string // its day
	Path  string
	// Listed: a whole list; Label is what was selected from it.
	Listed bool
}

// Sources names the records behind a paper, in the order of the refs.
func (v *View) Sources(inspectionID string, t org.Target, refs []Source) ([]SourceRow, error) {
	l := &sourceLoader{View: v, base: "/inspections/" + inspectionID, target: t, found: map[Source]SourceRow{}}
	byKind := map[string][]string{}
	for _, ref := range refs {
		kind, id, _ := strings.Cut(ref, ":")
		byKind[kind] = append(byKind[kind], id)
	}
	for kind, ids := range byKind {
		if l.mayOpen(kind) {
			if err := l.load(kind, ids); err != nil {
				return nil, err
			}
		}
	}
	out := make([]SourceRow, len(refs))
	for n, ref := range refs {
		out[n] = l.found[ref]
		out[n].Ref = ref
		out[n].Kind, _, _ = strings.Cut(ref, ":")
	}
	return out, nil
}

// sourceLoader looks records up, kind by kind.
type sourceLoader struct {
	*View
	base   string
	target org.Target
	found  map[Source]SourceRow
}

// sourcePermissions is what one must be allowed to see to open a kind of
// source; kinds that are not named need what the inspection itself needs.
var sourcePermissions = map[string]org.Permission{
	"meeting": org.SeeParty, "study": org.SeeParty, "regulation": org.SeeParty, "linked_work": org.SeeParty, "directed_matter": org.SeeParty,
	"life_meeting": org.SeeTalks, ListTalks: org.SeeTalks, ListCriticisms: org.SeeTalks, ListSelfPapers: org.SeeTalks,
	"public_opinion": org.OpinionSee, "leading_group": org.SeeDetail, "group_seat": org.SeeDetail, "plan_version": org.SeeDetail, "plan_approval": org.SeeDetail, "plan_opinion": org.SeeDetail,
	ListMeasures: org.SeeDetail, ListComments: org.SeeDetail, ListProblemsOf: org.SeeDetail, "progress": org.SeeDetail, "measure": org.SeeDetail,
	"evidence": org.SeeDetail, ListFiles: org.SeeTalks, "plan_comment": org.SeeDetail,
}

func (l *sourceLoader) mayOpen(kind string) bool {
	p, ok := sourcePermissions[kind]
	if !ok {
		p = org.SeeInspection
	}
	return l.Can(p, l.target)
}

// load looks up the records of one kind.
func (l *sourceLoader) load(kind string, ids []string) error {
	switch kind {
	case "inspection":
		return sourced(l, store.Inspections, ids, func(i inspection.Inspection) SourceRow {
			return SourceRow{Label: i.Title, On: string(i.FeedbackOn), Path: l.base + "/feedback"}
		})
	case "feedback":
		return sourced(l, store.Feedbacks, ids, func(f inspection.Feedback) SourceRow {
			return SourceRow{Label: f.Title, On: string(f.Date), Path: l.base + "/feedback"}
		})
	case "organisation":
		return sourced(l, store.Organisations, ids, func(o org.Organisation) SourceRow { return SourceRow{Label: o.Name} })
	case "node":
		return sourced(l, store.Nodes, ids, func(n inspection.Node) SourceRow {
			return SourceRow{Label: n.Mark + n.Title, Path: l.base + "/problems?aspect=" + n.ID}
		})
	case "problem":
		return sourced(l, store.Problems, ids, func(p work.Problem) SourceRow {
			return SourceRow{Label: p.Number + " " + p.Title, Path: "/problems/" + p.ID}
		})
	case "measure":
		return sourced(l, store.Measures, ids, func(m work.Measure) SourceRow { return SourceRow{Label: m.Text, Path: "/measures/" + m.ID} })
	case "evidence":
		return sourced(l, store.Evidences, ids, func(e work.Evidence) SourceRow {
			return SourceRow{Label: e.Name, Path: "/problems/" + e.ProblemID + "#evidence"}
		})
	case "progress":
		return sourced(l, store.ProgressEntries, ids, func(e work.Progress) SourceRow {
			return SourceRow{Label: e.Body, On: string(e.On), Path: "/problems/" + e.ProblemID + "#progress"}
		})
	case "immediate":
		return sourced(l, store.Immediates, ids, func(m inspection.Immediate) SourceRow {
			return SourceRow{Label: m.Number, On: string(m.IssuedOn), Path: l.base + "/immediates"}
		})
	case "public_opinion":
		return sourced(l, store.PublicOpinions, ids, func(o publication.Opinion) SourceRow {
			return SourceRow{Label: o.Text, On: string(o.ReceivedOn), Path: l.base + "/public-opinions#o-" + o.ID}
		})
	case "meeting":
		return sourced(l, store.Meetings, ids, func(m party.Meeting) SourceRow {
			return SourceRow{Label: m.Title, On: string(m.HeldOn), Path: "/meetings/" + m.ID}
		})
	case "plan_version":
		return sourced(l, store.PlanVersions, ids, func(p plan.Version) SourceRow {
			return SourceRow{Label: p.Title + p.Name, On: string(p.IssuedOn), Path: l.base + "/plan"}
		})
	case "plan_approval":
		return sourced(l, store.PlanApprovals, ids, func(a plan.Approval) SourceRow {
			return SourceRow{Label: a.Name, On: string(a.On), Path: l.base + "/plan"}
		})
	case "plan_opinion":
		return sourced(l, store.PlanOpinions, ids, func(o plan.Opinion) SourceRow {
			return SourceRow{Label: o.BodyName + " " + o.Paper, On: string(o.PaperOn), Path: "/plans/" + o.VersionID + "/review"}
		})
	}
	return l.loadParty(kind, ids)
}

// loadParty looks up what belongs to Party life, people and the long term.
func (l *sourceLoader) loadParty(kind string, ids []string) error {
	switch kind {
	case "study":
		return sourced(l, store.Studies, ids, func(s party.Study) SourceRow {
			return SourceRow{Label: s.Title, On: string(s.HeldOn), Path: "/studies/" + s.ID}
		})
	case "directed_matter":
		return sourced(l, store.DirectedMatters, ids, func(d party.DirectedMatter) SourceRow {
			return SourceRow{Label: d.Text, On: string(d.On), Path: l.base + "/directed"}
		})
	case "life_meeting":
		return sourced(l, store.LifeMeetings, ids, func(m party.LifeMeeting) SourceRow {
			return SourceRow{Label: m.Branch + m.Theme, On: string(m.HeldOn), Path: "/life-meetings/" + m.ID}
		})
	case "regulation":
		return sourced(l, store.Regulations, ids, func(r regulation.Regulation) SourceRow {
			return SourceRow{Label: "《" + bareTitle(r.Title) + "》", On: string(r.IssuedOn), Path: "/regulations/" + r.ID}
		})
	case "linked_work":
		return sourced(l, store.LinkedWorks, ids, func(w party.LinkedWork) SourceRow {
			return SourceRow{Label: w.Title, On: string(w.On), Path: l.base + "/linked-works"}
		})
	case "leading_group":
		return sourced(l, store.LeadingGroups, ids, func(g org.LeadingGroup) SourceRow {
			return SourceRow{Label: g.DocumentNumber, On: string(g.FoundedOn), Path: l.base + "/group"}
		})
	case "person", "post", "group_seat":
		return l.people(kind, ids)
	}
	return l.lists(kind, ids)
}

// people names posts and seats by who holds them.
func (l *sourceLoader) people(kind string, ids []string) error {
	names, err := l.NamesOf(l.target.OrgID)
	if err != nil {
		return err
	}
	switch kind {
	case "post":
		return sourced(l, store.Posts, ids, func(p org.Post) SourceRow {
			return SourceRow{Label: names.Person(p.PersonID) + "　" + p.Title, On: string(p.From)}
		})
	case "group_seat":
		return sourced(l, store.GroupSeats, ids, func(s org.GroupSeat) SourceRow {
			return SourceRow{Label: names.Person(s.PersonID), On: string(s.From), Path: l.base + "/group"}
		})
	}
	for _, id := range ids {
		l.found[kind+":"+id] = SourceRow{Label: names.Person(id)}
	}
	return nil
}

// lists gives the addresses of whole lists, narrowed to what was counted.
func (l *sourceLoader) lists(kind string, selections []string) error {
	names, err := l.NamesOf(l.target.OrgID)
	for _, s := range selections {
		row := SourceRow{Path: l.base + listPath(kind, s)}
		switch kind {
		case ListProblemsOf:
			row.Label = names.Person(s)
		case ListCriticisms, ListSelfPapers: // of the one life meeting: nothing to select
		default:
			row.Label, row.Listed = s, true
		}
		l.found[listOf(kind, s)] = row
	}
	return err
}

func listPath(kind, selection string) string {
	switch kind {
	case ListProblems:
		switch selection {
		case "all":
			return "/problems"
		case "closed":
			return "/problems?closed=yes"
		case DueLongTerm:
			return "/problems?due=" + DueLongTerm
		}
		return "/problems?verdict=" + selection
	case ListProblemsOf:
		return "/problems?leader=" + selection
	case ListMeasures:
		if selection == string(work.Claimed) {
			return "/measures?planned=yes&claim=" + selection
		}
		return "/measures?planned=yes"
	case ListTalks:
		return "/talks"
	case ListCriticisms, ListSelfPapers:
		return "/life-meetings"
	case ListComments:
		return "/plan"
	}
	return ""
}

// sourced loads the records of a table by their ids.
func sourced[T any](l *sourceLoader, t *store.Table[T], ids []string, row func(T) SourceRow) error {
	for _, some := range chunks(ids) {
		list, err := t.List(l.Tx, "WHERE id IN ("+marks(len(some))+")", anyOf(some)...)
		if err != nil {
			return err
		}
		for _, v := range list {
			l.found[refTo(t, t.ID(&v))] = row(v)
		}
	}
	return nil
}
