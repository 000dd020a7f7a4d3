package seed

import (
	"strings"

	"bihuan/internal/action"
	"bihuan/internal/action/handover"
	"bihuan/internal/domain/work"
	records "bihuan/internal/store"
)

// handOvers hands on what the head of a department answers for: the clerk
// lists it, the giver confirms, then the successor.
func (t *tale) handOvers() {
	for _, h := range t.o.HandOvers {
		t.add(h.ConfirmedByGiver, opening, t.clerk(), "", func(*action.Step) (action.Command, error) {
			reason, _, _ := strings.Cut(h.Text, "。")
			return &handover.Open{InspectionID: t.inspectionID(), Kind: work.OfHead, FromID: t.person(h.From), ToID: t.person(h.To),
				On: h.On, Reason: reason, SupervisorID: t.person(h.SupervisingLeader)}, nil
		})
		confirm := func(s *action.Step) (action.Command, error) {
			was, err := records.HandOvers.One(s.Tx, "WHERE inspection_id = ? AND from_id = ?", t.inspectionID(), t.person(h.From))
			return &handover.Confirm{ID: was.ID}, err
		}
		t.add(h.ConfirmedByGiver, morning, h.From, "", confirm)
		t.add(h.ConfirmedByTaker, morning, h.To, "", confirm)
	}
}
