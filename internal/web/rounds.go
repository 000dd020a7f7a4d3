package web

import (
	"bihuan/internal/action"
	"bihuan/internal/action/intake"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

func roundList(v *visit) error {
	rounds, err := see(v, query.Rounds, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Rounds(v.page("rounds.title"), rounds, v.actor))
}

func roundPage(v *visit) error {
	out, err := see(v, query.Round, v.id())
	if err != nil {
		return err
	}
	p := v.page("round.title")
	p.Title = out.Round.Name
	return v.show(templates.Round(p, out))
}

func saveRound(v *visit) error {
	return post(v, &intake.SaveRound{}, "saved", func(r action.Result) string { return "/rounds/" + r.ID })
}

func saveTeam(v *visit) error {
	return post(v, &intake.SaveTeam{RoundID: v.id()}, "saved", to("/rounds/"+v.id()))
}

func addInspection(v *visit) error {
	return post(v, &intake.AddInspection{RoundID: v.id()}, "saved", func(r action.Result) string { return "/inspections/" + r.ID })
}

func roundChain(v *visit) error {
	round, err := see(v, query.ChainOf, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.Chain(v.page("chain.title"), round))
}

func saveChain(v *visit) error {
	return post(v, &intake.SaveChain{RoundID: v.id()}, "saved", to("/rounds/"+v.id()+"#chain"))
}

func saveReportLength(v *visit) error {
	return post(v, &intake.SaveReportLength{RoundID: v.id()}, "saved", to("/rounds/"+v.id()))
}
