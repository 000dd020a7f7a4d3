package web

import (
	"net/url"
	"strconv"

	"bihuan/internal/domain/work"
	"bihuan/internal/query"
)

// listIn reads from the address which part of a list is asked for.
func (v *visit) listIn() query.ListIn {
	q := v.r.URL.Query()
	return query.ListIn{Inspection: v.id(), Filter: workFilter(q), Sort: q.Get("sort"), Page: v.pageNumber(), Tree: q.Get("view") == "tree"}
}

// pageNumber is the page of a list that the address asks for, from 1.
func (v *visit) pageNumber() int {
	page, err := strconv.Atoi(v.r.URL.Query().Get("page"))
	if err != nil || page < 1 || page > 1<<20 {
		return 1
	}
	return page
}

func workFilter(q url.Values) query.WorkFilter {
	return query.WorkFilter{Search: q.Get("q"), Verdict: work.Verdict(q.Get("verdict")), Aspect: q.Get("aspect"),
		Item: q.Get("item"), Leader: q.Get("leader"), Department: q.Get("department"), Part: q.Get("part"),
		Person: q.Get("person"), Due: q.Get("due"), Closed: q.Get("closed"), Lacks: q.Get("lacks"),
		Kind: work.MeasureKind(q.Get("kind")), Claim: q.Get("claim"), Problem: q.Get("problem"),
		Cause: q.Get("cause"), Expects: work.ResultKind(q.Get("expects")), Planned: q.Get("planned") != ""}
}
