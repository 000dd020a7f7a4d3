//go:build browser

package journey

import (
	"strconv"
	"strings"
	"testing"
)

// TestAnOutlineIsChangedAndThePaperFollows: the office makes a fault in an
// outline and is told its line, mends it, sees what it would write, keeps it,
// and the organisation's paper says so.
func TestAnOutlineIsChangedAndThePaperFollows(t *testing.T) {
	b := begin(t)
	b.as(office)
	b.visit("/outlines")
	b.visit("/outlines/group")
	b.visit("/outlines/group/edit")
	const try = `form[action$="/try"]`
	shipped := eval[string](b, `document.querySelector("textarea[name=outline]").value`)
	lines := strings.Count(strings.TrimRight(shipped, "\n"), "\n") + 1
	b.press(try, "button[type=submit]", `form.elements.outline.value = form.elements.outline.value.trimEnd() + "\n办公室共{没有这个}人。";`)
	b.sees("第" + strconv.Itoa(lines+1) + "行")
	b.sees("没有这个")
	b.axe()
	b.press(try, "button[type=submit]", `form.elements.outline.value = form.elements.outline.value.replace("办公室共{没有这个}人。", "{单位简称}各科室要支持领导小组办公室的工作。");
		form.elements.note.value = "加一句"; form.elements.inspection.value = form.elements.inspection.options[1].value;`)
	b.sees("各科室要支持领导小组办公室的工作")
	b.axe()
	b.send(`#tried form`, nil)
	b.visit("/outlines/group")
	b.sees("第1版")
	b.as(clerk)
	b.turn("/inspections")
	b.visit(b.href(`main a[href^="/inspections/"]`) + "/paper?kind=group")
	b.sees("各科室要支持领导小组办公室的工作")
	b.quiet()
}
