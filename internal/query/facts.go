package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/outline"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Facts are what the reports of one inspection rest on: everything that the
// records say up to the cut-off, each fact with the records behind it.
type Facts struct {
	InspectionID string
	CutOff       workday.Date // counts and events up to the end of this day
	On           workday.Date // the day of the paper
	Organisation org.Organisation
	Office       org.Organisation // the inspection office, to which reports go
	Head         Officer          // the Party-group secretary on the day of the paper
	// The records of the inspection, the organisation and the office themselves.
	InspectionRefs, OrgRefs, OfficeRefs []Source
	Conflicts                           []Conflict
	Feedback                            FeedbackFacts
	Counts                              Counts // problems at the cut-off
	Measures                            MeasureFacts
	Open                                []OpenProblem
	Studies                             []StudyFact
	Meetings                            []MeetingFact
	Directed                            []DirectedFact
	Group                               *GroupFact // nil while no leading group is recorded
	Leaders                             []LeaderShare
	Plan                                *PlanFact
	Life                                *LifeFact // the special democratic life meeting
	Branches                            []BranchFact
	Regulations                         RegulationFacts
	Linked                              []LinkedFact
	// Outlines are the newest outlines that the inspection office keeps, by kind
	// of paper; a kind without one is written from the shipped outline.
	Outlines map[string]outline.Version
	// Only with AddProblems.
	Aspects    []AspectFact
	Immediates ImmediateFacts
	Heard      HeardFacts
}

// Source is the record on which a fact rests, as kind:id. The kind is the
// table's name; one in the plural names a whole list of the inspection.
type Source = string

// Based is embedded in facts: the records that they rest on.
type Based struct{ Refs []Source }

// refTo names a record.
func refTo[T any](t *store.Table[T], id string) Source { return t.Name() + ":" + id }

// Ref names a record that a run of a paper rests on.
func Ref[T any](t *store.Table[T], id string) Source { return refTo(t, id) }

// Lists that facts rest on as a whole, with what is selected from them.
const (
	ListProblems   = "problems"    // :all, :closed, or a verdict
	ListProblemsOf = "problems-of" // : the responsible leader
	ListMeasures   = "measures"    // :all, :claimed
	ListTalks      = "talks"       // : the scope
	ListCriticisms = "criticisms"  // : the life meeting
	ListSelfPapers = "self-papers"
	ListComments   = "plan-comments" // : all
)

// listOf names a list of the inspection.
func listOf(list, selection string) Source { return list + ":" + selection }

// Officer is a person with the post of a day.
type Officer struct {
	ID    string
	Name  string
	Title string // empty where no post is recorded for the day
	Rank  org.Rank
	Based
}

// ConflictKind says which records contradict each other.
type ConflictKind string

// The kinds of conflict.
const (
	NoHead         ConflictKind = "no-head"          // nobody is secretary on the day
	TwoHeads       ConflictKind = "two-heads"        // more than one secretary on the day
	LeaderNotHead  ConflictKind = "leader-not-head"  // the group is led by somebody else
	HeadIsDeputy   ConflictKind = "head-is-deputy"   // the head sits in the group below its leader
	StatedNotFound ConflictKind = "stated-not-found" // the paper states another number than the tree holds
	TwoPlanTitles  ConflictKind = "two-plan-titles"  // versions of the plan bear different titles
)

// Conflict is a contradiction between records that the paper must not hide.
type Conflict struct {
	Kind ConflictKind
	Args []string
	Based
}

// FactsOf gathers the facts of an inspection. The caller must have asked
// whether they may be seen.
func (v *View) FactsOf(i inspection.Inspection, cutOff, on workday.Date) (Facts, error) {
	if cutOff == "" {
		cutOff = v.Today
	}
	if on == "" {
		on = v.Today
	}
	g := &gatherer{View: v, i: i, Facts: Facts{InspectionID: i.ID, CutOff: cutOff, On: on}}
	for _, step := range []func() error{g.bodies, g.roster, g.head, g.feedback, g.counts, g.measures, g.studies, g.meetings, g.directed,
		g.group, g.leaders, g.plan, g.life, g.branches, g.regulations, g.linked} {
		if err := step(); err != nil {
			return Facts{}, err
		}
	}
	return g.Facts, nil
}

// gatherer fills the facts one after the other.
type gatherer struct {
	*View
	Facts
	i     inspection.Inspection
	names Names
	posts []org.Post
}

// bodies loads the organisation and the inspection office of its round.
func (g *gatherer) bodies() error {
	var err error
	if g.Organisation, err = store.Organisations.Get(g.Tx, g.i.OrgID); err != nil {
		return err
	}
	round, err := g.round(g.i.RoundID)
	if err != nil {
		return err
	}
	g.InspectionRefs, g.OrgRefs = []Source{refTo(store.Inspections, g.i.ID)}, []Source{refTo(store.Organisations, g.i.OrgID)}
	g.OfficeRefs = []Source{refTo(store.Organisations, round.OfficeID)}
	if g.Outlines, err = store.LatestOutlines(g.Tx, round.OfficeID); err != nil {
		return err
	}
	g.Office, err = store.Organisations.Get(g.Tx, round.OfficeID)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

func (g *gatherer) roster() error {
	var err error
	if g.names, err = g.NamesOf(g.i.OrgID); err != nil {
		return err
	}
	g.posts, err = store.Posts.List(g.Tx, "WHERE org_id = ? ORDER BY from_on, id", g.i.OrgID)
	return err
}

// officer gives a person with the post that he held on the day.
func (g *gatherer) officer(id string, day workday.Date) Officer {
	o := Officer{ID: id, Name: g.names.Person(id)}
	if id == "" {
		return o
	}
	o.Refs = []Source{refTo(store.People, id)}
	if post, ok := org.Held(g.posts, day)[id]; ok {
		o.Title, o.Rank = post.Title, post.Rank
		o.Refs = []Source{refTo(store.Posts, post.ID)}
	}
	return o
}

// until reports whether something dated happened up to the cut-off.
func (g *gatherer) until(d workday.Date) bool { return d != "" && d <= g.CutOff }

func (g *gatherer) conflict(kind ConflictKind, refs []Source, args ...string) {
	g.Conflicts = append(g.Conflicts, Conflict{Kind: kind, Args: args, Based: Based{refs}})
}
