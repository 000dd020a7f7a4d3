package party_test

import (
	"testing"

	do "bihuan/internal/action/party"
	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestADirectedMatterIsKeptAndChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		w := testkit.NewWorld(t, url)
		id := w.Must(t, "clerk", &do.SaveDirected{InspectionID: "i-bureau", On: "2026-03-05", ByID: "head", Text: "约谈三户欠费企业", Problems: []string{"p1"}})
		w.Must(t, "head", &do.SaveDirected{ID: id, Version: 1, On: "2026-03-06", ByID: "head", Text: "约谈四户欠费企业", Problems: []string{"p1", "p2"}})
		w.See(t, func(tx *store.Tx) error {
			m, err := store.DirectedMatters.Get(tx, id)
			if m.Text != "约谈四户欠费企业" || m.On != "2026-03-06" || m.Version != 2 || len(m.Problems) != 2 {
				t.Errorf("the matter is %+v", m)
			}
			return err
		})
	})
}

func TestRefusedDirectedMatters(t *testing.T) {
	w := testkit.NewWorld(t, t.TempDir()+"/db")
	for field, cmd := range map[string]*do.SaveDirected{
		"matter":   {On: "2026-03-05", ByID: "head"},
		"by":       {On: "2026-03-05", ByID: "other-head", Text: "督办"},
		"on":       {On: "2026-03-11", ByID: "head", Text: "督办"},
		"problems": {On: "2026-03-05", ByID: "head", Text: "督办", Problems: []string{"other-p1"}},
	} {
		cmd.InspectionID = "i-bureau"
		_, err := w.Do(t, "clerk", cmd)
		wantFields(t, err, field)
	}
	if _, err := w.Do(t, "officer", &do.SaveDirected{InspectionID: "i-bureau", On: "2026-03-05", ByID: "head", Text: "督办"}); err == nil {
		t.Error("an officer recorded what the head directed")
	}
}
