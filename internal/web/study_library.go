package web

import (
	"bihuan/internal/action/oversight"
	"bihuan/internal/action/party"
	"bihuan/internal/ledger"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func studyCoverage(v *visit) error {
	p, m, err := inspect(v, v.id(), "library.coverage", query.StudyCoverage, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.StudyCoverage(p, m))
}

// exportStudyCoverage records the taking-out and answers with the matrix.
func exportStudyCoverage(v *visit) error {
	if _, err := v.do(&oversight.RecordExport{InspectionID: v.id(), List: "coverage.xlsx"}); err != nil {
		return err
	}
	m, err := see(v, query.StudyCoverage, v.id())
	if err != nil {
		return err
	}
	return v.workbook(v.t("library.coverage"), ledger.StudyCoverage(m))
}

func saveOwnLibrary(v *visit) error {
	return post(v, &party.SaveOwnLibrary{InspectionID: v.id()}, "saved", to("/inspections/"+v.id()+"/studies/coverage"))
}

func roundLibrary(v *visit) error {
	l, err := see(v, query.LibraryOfRound, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.RoundLibrary(v.page("library.round"), l))
}

func saveRoundLibrary(v *visit) error {
	return post(v, &party.SaveRoundLibrary{RoundID: v.id()}, "saved", to("/rounds/"+v.id()+"/library"))
}
