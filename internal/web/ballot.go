package web

import (
	"errors"
	"net/http"
	"strings"

	"bihuan/internal/action/surveying"
	"bihuan/internal/domain/survey"
	"bihuan/internal/fault"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
	"bihuan/internal/web/ui"
)

// ballotStart asks for the code of a slip. It needs no account, no cookie and
// no script; the code of a QR code stands behind the # of the address, which
// browsers do not send.
func ballotStart(v *visit) error {
	return v.show(templates.BallotStart(v.ballotPage(), "", ""))
}

// ballot shows the questions to whoever holds a code.
func ballot(v *visit) error {
	b, code, problem := v.ballotOf()
	if problem != nil {
		return v.ballotRefused(problem)
	}
	return v.show(templates.Ballot(v.ballotPage(), b, code))
}

// answerBallot takes the answers.
func answerBallot(v *visit) error {
	b, code, problem := v.ballotOf()
	if problem != nil {
		return v.ballotRefused(problem)
	}
	ticks := map[string]string{}
	for _, q := range b.Questions {
		if choice := v.r.PostFormValue("answer_" + q.Key); choice != "" {
			ticks[q.Key] = choice
		}
	}
	if err := surveying.Answer(v.r.Context(), v.run, code, ticks); err != nil {
		return v.ballotRefused(err)
	}
	return v.show(templates.BallotDone(v.ballotPage()))
}

// ballotPage is a page that shows nothing of who visits, also to those who are
// signed in.
func (v *visit) ballotPage() ui.Page {
	p := v.page("ballot.title")
	p.User, p.Nav = nil, nil
	return p
}

// ballotOf reads the code of the form and finds its survey.
func (v *visit) ballotOf() (query.Ballot, string, error) {
	if v.tries.closed(v.remote(), v.run.DB.Now()) {
		return query.Ballot{}, "", fault.New(fault.Denied, "survey.too-often")
	}
	code, ok := survey.ReadCode(v.r.PostFormValue("code"))
	if !ok {
		return query.Ballot{}, "", fault.New(fault.NotFound, "survey.bad-code")
	}
	b, err := see(v, query.BallotOf, code)
	return b, code, err
}

// ballotRefused asks for the code again and says why.
func (v *visit) ballotRefused(err error) error {
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind == fault.Internal || f.Kind == fault.Unavailable {
		return err
	}
	status := http.StatusUnprocessableEntity
	switch f.Code {
	case "survey.bad-code":
		v.tries.failed(v.remote(), v.run.DB.Now())
	case "survey.too-often":
		status = http.StatusTooManyRequests
	}
	return v.render(status, templates.BallotStart(v.ballotPage(), strings.TrimSpace(v.r.PostFormValue("code")), v.t(f.Code, f.Args...)))
}
