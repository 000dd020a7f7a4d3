package paper

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/signing"
	"bihuan/internal/gongwen"
	"bihuan/internal/query"
)

// formKinds are the forms and tables in the table of kinds.
func formKinds(with func(...func() vocabulary) []func() vocabulary) []outlineKind {
	alone := func(words func() vocabulary) []func() vocabulary { return []func() vocabulary{words} }
	return []outlineKind{
		{signInOutline, with(meetingPaperWords, signInWords), ofMeeting(), nil},
		{regulationsOutline, with(regulationListWords), ofInspection(), nil},
		{ledgerOutline, with(ledgerWords), ofInspection(), nil},
		{commentsOutline, alone(commentWords), ofComments(), nil},
		{signoffOutline, alone(signoffWords), ofSignoff(), nil},
		{extensionOutline, alone(extensionWords), ofExtension(), nil},
		{handOverOutline, alone(handOverWords), ofHandOver(), nil},
		{sheetOutline, alone(sheetWords), ofSheet(), nil},
		{surveyOutline, alone(surveyWords), ofSurvey(), nil},
		{evaluationOutline, alone(evaluationWords), ofEvaluation(), nil},
		{evaluationsOutline, alone(evaluationsWords), ofEvaluations(), nil},
		{checkSheetOutline, alone(checkSheetWords), ofCheckSheet(), nil},
	}
}

// options lists records to try an outline on.
func options[R any](list []R, err error, option func(R) query.Option) ([]query.Option, error) {
	var out []query.Option
	for _, r := range list {
		out = append(out, option(r))
	}
	return out, err
}

func signoffForms() formKind[query.SignoffPaper] {
	return formKind[query.SignoffPaper]{query.SignoffForm, ofOne(func(x query.SignoffPaper) string { return x.Application.InspectionID }), plainly(SignoffForm)}
}

// Signoff is the form of an application, for those who see it.
func Signoff(v *query.View, id string) (Formed[query.SignoffPaper], error) {
	return signoffForms().paper(v, id)
}

func ofSignoff() trial {
	return signoffForms().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		list, err := query.Signoffs(v, i.ID)
		return options(list, err, func(r query.SignoffRow) query.Option {
			return query.Option{Value: r.ID, Label: r.Number + " " + r.Title}
		})
	})
}

func extensionForms() formKind[query.ExtensionRow] {
	return formKind[query.ExtensionRow]{query.Extension, ofOne(query.ExtensionRow.Within), plainly(ExtensionForm)}
}

// Extension is the form of a request for another deadline, for those who see it.
func Extension(v *query.View, id string) (Formed[query.ExtensionRow], error) {
	return extensionForms().paper(v, id)
}

func ofExtension() trial {
	return extensionForms().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		list, err := query.Extensions(v, i.ID)
		return options(list, err, func(r query.ExtensionRow) query.Option {
			return query.Option{Value: r.ID, Label: r.Number + " " + r.Title}
		})
	})
}

func handOverForms() formKind[query.HandOverPage] {
	return formKind[query.HandOverPage]{query.HandOver, ofOne(query.HandOverPage.Within), plainly(HandOverRecord)}
}

// HandOver is the record of a hand-over, for those inside.
func HandOver(v *query.View, id string) (Formed[query.HandOverPage], error) {
	return handOverForms().paper(v, id)
}

func ofHandOver() trial {
	return handOverForms().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		l, err := query.HandOvers(v, i.ID)
		return options(l.Rows, err, func(r query.HandOverRow) query.Option {
			return query.Option{Value: r.ID, Label: r.On.Chinese() + " " + r.FromName}
		})
	})
}

func sheetForms(address func(query.SheetPage) string) formKind[query.SheetPage] {
	return formKind[query.SheetPage]{query.Sheet, ofOne(query.SheetPage.Within),
		func(_ *query.View, x query.SheetPage, o drafts) (*gongwen.Document, error) {
			return SigningSheet(x, address(x), o)
		}}
}

// SheetIn asks for a signing sheet, whose code leads to an address.
type SheetIn struct {
	ID      string
	Address func(query.SheetPage) string
}

// Sheet is a signing sheet, for those inside.
func Sheet(v *query.View, in SheetIn) (Formed[query.SheetPage], error) {
	return sheetForms(in.Address).paper(v, in.ID)
}

func ofSheet() trial {
	return sheetForms(func(x query.SheetPage) string { return "/sheets/" + x.Sheet.ID }).trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		l, err := query.Sheets(v, i.ID)
		return options(l.Sheets, err, func(s signing.Sheet) query.Option { return query.Option{Value: s.ID, Label: s.Title} })
	})
}

func commentForms() formKind[query.CommentLedger] {
	find := func(v *query.View, inspectionID string) (query.CommentLedger, error) {
		return query.ExportComments(v, query.ListIn{Inspection: inspectionID})
	}
	return formKind[query.CommentLedger]{find, ofOne(func(l query.CommentLedger) string { return l.InspectionID }), by(Comments)}
}

// CommentTable is the table of comments on the plan, for those inside.
func CommentTable(v *query.View, inspectionID string) (Formed[query.CommentLedger], error) {
	return commentForms().paper(v, inspectionID)
}

func ofComments() trial {
	return commentForms().trial(func(v *query.View, i inspection.Inspection) ([]query.Option, error) {
		l, err := query.ExportComments(v, query.ListIn{Inspection: i.ID})
		return []query.Option{{Value: i.ID, Label: l.Plan}}, err
	})
}
