package main

import (
	"context"
	"fmt"

	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/store"
)

// paperProblems is how many problems the feedback paper of the measurement has.
const paperProblems = 35

// proposal is a feedback paper of one aspect with its problems.
func proposal() inspection.Feedback {
	aspect := inspection.DraftNode{Kind: inspection.KindAspect, Mark: "（一）", Title: "落实全面从严治党责任方面"}
	for i := range paperProblems {
		aspect.Children = append(aspect.Children, inspection.DraftNode{Kind: inspection.KindProblem, Mark: fmt.Sprintf("%d.", i+1),
			Title: "执法文书制作不规范。", Text: "抽查二十份文书，有九份程序倒置、缺少签字。"})
	}
	return inspection.Feedback{Title: "反馈意见", FileName: "feedback.docx", Draft: []inspection.DraftNode{aspect}}
}

// fresh puts another organisation under inspection; both figures include it.
func (c *city) fresh(tx *store.Tx, name string, n int) (string, error) {
	id := fmt.Sprintf("%s%d", name, n)
	if err := store.Organisations.Insert(tx, &org.Organisation{ID: id, Name: id, Kind: org.Bureau}); err != nil {
		return "", err
	}
	return id, store.Inspections.Insert(tx, &inspection.Inspection{ID: id, RoundID: "r", TeamID: "t", OrgID: id, Title: id, FeedbackOn: today})
}

// importPaper brings a paper in and confirms it: two commands, each with its
// permission, audit and commit.
func (c *city) importPaper(n int) error {
	ctx := context.Background()
	var id string
	err := c.db.Write(ctx, func(tx *store.Tx) (err error) {
		id, err = c.fresh(tx, "import", n)
		return err
	})
	if err != nil {
		return err
	}
	office := action.Call{Actor: org.Actor{AccountID: "office", Name: "巡察办", Today: today, Grants: []org.Grant{{Role: org.RoleOffice}}}}
	res, err := c.run.Do(ctx, office, &intake.ImportFeedback{InspectionID: id, Paper: proposal()})
	if err != nil {
		return err
	}
	_, err = c.run.Do(ctx, office, &intake.SealFeedback{ID: res.ID, Version: 1})
	return err
}

// rawImport writes the rows that the import leaves, in one transaction.
func (c *city) rawImport(n int) error {
	return c.db.Write(context.Background(), func(tx *store.Tx) error {
		id, err := c.fresh(tx, "raw", n)
		if err != nil {
			return err
		}
		for i := range paperProblems + 1 {
			node := inspection.Node{ID: fmt.Sprintf("%s-%d", id, i), OrgID: id, InspectionID: id, Seq: i + 1, Kind: inspection.KindProblem,
				Title: "执法文书制作不规范。", Text: "抽查二十份文书，有九份程序倒置、缺少签字。"}
			if err := store.Nodes.Insert(tx, &node); err != nil {
				return err
			}
			p := work.Problem{ID: node.ID, OrgID: id, InspectionID: id, Seq: i + 1, Title: node.Title, Verdict: work.NotStarted}
			if err := store.Problems.Insert(tx, &p); err != nil {
				return err
			}
		}
		return nil
	})
}
