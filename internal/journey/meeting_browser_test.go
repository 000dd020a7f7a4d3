//go:build browser

package journey

import "testing"

// TestAMeetingFromItsNoticeToApprovedMinutes: a clerk announces a progress
// meeting, and the notice tells what earlier meetings left open; who is invited
// finds it on his desk. A meeting that was held is written down with a
// resolution, sent, approved by the head and then stands; the resolution waits
// for the next meeting until it is answered. Every page visited passes axe.
func TestAMeetingFromItsNoticeToApprovedMinutes(t *testing.T) {
	b := begin(t)
	b.as("xuekai")
	b.visit("/inspections")
	inspection := b.href(`main a[href^="/inspections/"]`)
	form := inspection + "/meetings/new"

	b.visit(form)
	chair := option(b, "select[name=chair]", "沈知远")
	b.send(`form[action$="/meetings/new"]`, map[string]string{"kind": "progress", "held_on": "2026-07-02", "name": "整改调度会", "chair": chair, "place": "三楼会议室",
		"topics[0].title": "听取欠费清收进展", "topics[0].problems": "2.3.1", "topics[0].outcome": "分三批追收", "hears_progress": "on",
		"resolutions[0].topic": "1", "resolutions[0].content": "第二批起诉材料七月底前移交", "resolutions[0].person": option(b, `select[name="resolutions[0].person"]`, "倪佳"),
		"resolutions[0].due": "2026-07-08"})
	held := b.path()
	b.visit(held)
	b.sees("分三批追收")
	b.sees("尚未定格")
	b.visit(held + "/figures?figure=late")
	b.visit(inspection + "/paper?kind=sign-in&of=" + held[len("/meetings/"):])
	b.sees("签到表")

	b.visit(form + "?like=" + held[len("/meetings/"):])
	b.send(`form[action$="/meetings/new"]`, map[string]string{"kind": "progress", "held_on": "2026-07-08", "name": "整改常态化调度会", "topics[0].title": "听取进展"})
	next := b.path()
	b.visit(next)
	b.sees("以前会议的未办结事项")
	b.sees("第二批起诉材料七月底前移交")
	b.visit(inspection + "/paper?kind=meeting-notice&of=" + next[len("/meetings/"):])
	b.sees("上次会议未办结事项")

	b.visit(held)
	b.send(`form[action$="/submit"]`, nil)
	b.visit(held)
	b.sees("待审定")
	b.as("shenzhiyuan")
	b.visit("/desk")
	b.sees("整改调度会")
	b.sees("整改常态化调度会")
	b.visit(held)
	b.send(`form[action$="/approve"]`, nil)
	b.visit(held)
	b.sees("审定")
	b.sees("定格")

	b.as("xuekai")
	b.visit(held)
	if there := eval[int](b, `document.querySelectorAll('a[href$="/edit"]').length`); there != 0 {
		t.Error("approved minutes can still be edited")
	}
	b.send(`form[action$="/correct"]`, map[string]string{"topic": "1", "correction": "应为分两批追收", "reason": "笔误"})
	b.visit(held)
	b.sees("应为分两批追收")
	b.send(`#resolutions form[action$="/answer"]`, map[string]string{"answer": "材料已移交法规科", "done_on": "2026-07-06"})
	b.visit(next)
	if there := eval[bool](b, `document.body.innerText.indexOf("第二批起诉材料七月底前移交") >= 0`); there {
		t.Error("a resolution that is done is still told at the next meeting")
	}
	b.visit(inspection + "/studies/coverage")
	b.visit(inspection + "/linked-works")
	b.visit(inspection + "/regulations")
	b.quiet()
}
