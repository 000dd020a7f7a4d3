package web

import (
	"bytes"
	"encoding/base64"

	"github.com/a-h/templ"

	"bihuan/internal/action"
	"bihuan/internal/action/oversight"
	"bihuan/internal/action/surveying"
	domain "bihuan/internal/domain/survey"
	"bihuan/internal/fault"
	"bihuan/internal/gongwen"
	"bihuan/internal/ledger"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func surveyList(v *visit) error {
	p, l, err := inspect(v, v.id(), "survey.title", query.Surveys, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Surveys(p, l))
}

func newSurvey(v *visit) error {
	p, s, err := inspect(v, v.id(), "survey.new", query.NewSurvey, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.SurveyForm(p, s))
}

func addSurvey(v *visit) error {
	return post(v, &surveying.Save{InspectionID: v.id()}, "saved", toSurvey)
}

func surveyPage(v *visit) error {
	p, s, err := inside(v, "survey.title", query.SurveyOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Survey(p, s))
}

func editSurvey(v *visit) error {
	p, s, err := inside(v, "survey.edit", query.EditSurvey, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.SurveyForm(p, s))
}

func saveSurvey(v *visit) error {
	return post(v, &surveying.Save{ID: v.id()}, "saved", toSurvey)
}

func openSurvey(v *visit) error {
	return post(v, &surveying.Open{ID: v.id()}, "survey.opened", toSurvey)
}

func closeSurvey(v *visit) error {
	return post(v, &surveying.Close{ID: v.id()}, "survey.closed", toSurvey)
}

func voidBatch(v *visit) error {
	return post(v, &surveying.Void{ID: v.id()}, "survey.voided", toSurvey)
}

func toSurvey(r action.Result) string { return "/surveys/" + r.ID }

// issueCodes makes codes and answers with the slips, the only time that they
// can be seen.
func issueCodes(v *visit) error {
	cmd := &surveying.Issue{ID: v.id()}
	if err := v.decode(cmd); err != nil {
		return err
	}
	res, err := v.do(cmd)
	if err != nil {
		return err
	}
	if res.Replayed {
		return fault.New(fault.Conflict, "survey.issued-already")
	}
	p, s, err := inside(v, "survey.slips", query.SurveyOf, v.id())
	if err != nil {
		return err
	}
	address := v.address("/ballot")
	slips := make([]templates.Slip, 0, len(cmd.Codes()))
	for _, code := range cmd.Codes() {
		drawn, err := templates.NewCode(address + "#" + code)
		if err != nil {
			return err
		}
		slips = append(slips, templates.Slip{Code: domain.Shown(code), Drawn: drawn})
	}
	file, err := slipsFile(s, address, cmd.Codes())
	if err != nil {
		return err
	}
	return v.show(templates.Slips(p, s, cmd.Receiver, address, slips, file))
}

// slipsFile is the slips as a .docx inside the page itself: an address of its own
// would have to keep the codes.
func slipsFile(s query.SurveyPage, address string, codes []string) (templ.SafeURL, error) {
	d, err := paper.Slips(s, address, codes)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := gongwen.WriteDocx(&b, d); err != nil {
		return "", err
	}
	return templ.SafeURL("data:" + docxType + ";base64," + base64.StdEncoding.EncodeToString(b.Bytes())), nil
}

func countForm(v *visit) error {
	p, f, err := inside(v, "survey.count", query.NewCount, query.CountIn{Survey: v.id(), Box: v.r.URL.Query().Get("box")})
	if err != nil {
		return err
	}
	return v.show(templates.CountForm(p, f))
}

func countBox(v *visit) error {
	return post(v, &surveying.CountBox{SurveyID: v.id()}, "saved", toSurvey)
}

func surveyPaper(v *visit) error {
	s, err := see(v, paper.SurveyStatistics, v.id())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: s.Of.InspectionID, List: "survey.docx"}); err != nil {
		return err
	}
	return v.file(s.Document, v.t("survey.statistics")+"_"+s.Of.Organisation)
}

func exportSurvey(v *visit) error {
	s, err := see(v, query.SurveyOf, v.id())
	if err != nil {
		return err
	}
	if _, err := v.do(&oversight.RecordExport{InspectionID: s.InspectionID, List: "survey.xlsx"}); err != nil {
		return err
	}
	return v.workbook(v.t("survey.statistics"), ledger.Survey(s))
}
