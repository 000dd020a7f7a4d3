package store

import (
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/party"
	"bihuan/internal/domain/workday"
)

// LifeGuests keeps party.Guest.
var LifeGuests = newTable("life_guest", "id org_id life_meeting_id seq body people invited_on attended",
	func(g *party.Guest) []any {
		return []any{&g.ID, &g.OrgID, &g.LifeMeetingID, &g.Seq, &g.Body, &g.People, &g.InvitedOn, &g.Attended}
	})

// SolicitedOpinions keeps party.SolicitedOpinion.
var SolicitedOpinions = newTable("solicited_opinion",
	"id org_id life_meeting_id way person_id body about merged_into received_on version",
	func(o *party.SolicitedOpinion) []any {
		return []any{&o.ID, &o.OrgID, &o.LifeMeetingID, &o.Way, &o.PersonID, &o.Text, js(&o.About), &o.MergedInto, &o.ReceivedOn, &o.Version}
	})

// LifeTarget says where a life meeting lies and for whom it is.
func LifeTarget(tx *Tx, m party.LifeMeeting, today workday.Date) (org.Target, error) {
	_, t, err := InspectionTarget(tx, m.InspectionID)
	if err != nil {
		return t, err
	}
	leaders, err := LeadersOn(tx, m.OrgID, m.Day(today))
	t.Kind, t.ID, t.Circle = LifeMeetings.Name(), m.ID, m.Readers(leaders)
	return t, err
}

// LeadersOn gives the people of the leading body of an organisation on a day.
func LeadersOn(tx *Tx, orgID string, day workday.Date) ([]string, error) {
	posts, err := Posts.List(tx, "WHERE org_id = ? ORDER BY id", orgID)
	var out []string
	for id, post := range org.Held(posts, day) {
		if post.Rank.Leads() {
			out = append(out, id)
		}
	}
	return out, err
}

// LifeMeetingOfCode finds the life meeting whose page for unnamed opinions the
// code opens.
func LifeMeetingOfCode(tx *Tx, code string) (party.LifeMeeting, error) {
	return LifeMeetings.One(tx, "WHERE box_code = ? AND box_code <> ''", code)
}

// SelfVersions keeps party.SelfVersion.
var SelfVersions = newTable("self_version",
	"id org_id life_meeting_id self_paper_id seq body file_name file_hash file_mime file_size by_id on_day outcome remark reviewed_on version",
	func(v *party.SelfVersion) []any {
		return []any{&v.ID, &v.OrgID, &v.LifeMeetingID, &v.SelfPaperID, &v.Seq, &v.Text, &v.FileName, &v.FileHash, &v.FileMIME, &v.FileSize,
			&v.ByID, &v.On, &v.Outcome, &v.Remark, &v.ReviewedOn, &v.Version}
	})

// SelfTarget says where a self-examination paper lies and for whom it is.
func SelfTarget(tx *Tx, p party.SelfPaper, m party.LifeMeeting, today workday.Date) (t org.Target, leaders []string, err error) {
	if _, t, err = InspectionTarget(tx, m.InspectionID); err != nil {
		return t, nil, err
	}
	posts, err := Posts.List(tx, "WHERE org_id = ? ORDER BY id", m.OrgID)
	head := ""
	for id, post := range org.Held(posts, m.Day(today)) {
		if post.Rank.Leads() {
			leaders = append(leaders, id)
		}
		if post.Rank == org.RankSecretary {
			head = id
		}
	}
	t.Kind, t.ID, t.Circle = SelfPapers.Name(), p.ID, p.Readers(leaders, head)
	return t, leaders, err
}
