package web

import (
	"bihuan/internal/action/delegating"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// actingCookie keeps the delegation under which the visitor acts; whether it
// holds is asked with every request.
const actingCookie = "acting"

// acting is the delegation that the visitor's browser names.
func (v *visit) acting() string {
	c, err := v.r.Cookie(actingCookie)
	if err != nil {
		return ""
	}
	return c.Value
}

func delegationList(v *visit) error {
	x, err := see(v, query.Delegations, struct{}{})
	if err != nil {
		return err
	}
	return v.show(templates.Delegations(v.page("delegation.title"), x))
}

func giveDelegation(v *visit) error {
	return post(v, &delegating.Give{}, "delegation.given", to("/delegations"))
}

func revokeDelegation(v *visit) error {
	return post(v, &delegating.Revoke{ID: v.id()}, "saved", to("/delegations"))
}

// actFor takes up a delegation: from now on the visitor acts in the other's
// name, until he goes back.
func actFor(v *visit) error {
	x, err := see(v, query.MayAct, v.id())
	if err != nil {
		return err
	}
	v.setCookie(actingCookie, x.ID, 12*60*60)
	return v.saved("/desk", "")
}

func actAsSelf(v *visit) error {
	v.setCookie(actingCookie, "", -1)
	return v.saved("/desk", "")
}
