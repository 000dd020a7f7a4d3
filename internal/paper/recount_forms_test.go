package paper_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
)

// TestEveryFieldOfTheFormsIsRecounted holds every field of the forms of the
// example's market bureau, and the figures in its letters and minutes.
func TestEveryFieldOfTheFormsIsRecounted(t *testing.T) {
	db := city(t)
	seeing(t, db, "市市场监管局", func(v *query.View, i inspection.Inspection) error {
		r := recount{t: t, tx: v.Tx, id: i.ID, cutOff: v.Today}
		for _, id := range r.column("SELECT id FROM application WHERE inspection_id = ?", i.ID) {
			if err := r.signoff(v, id); err != nil {
				return err
			}
		}
		for _, id := range r.column("SELECT id FROM extension WHERE inspection_id = ?", i.ID) {
			if err := r.extension(v, id); err != nil {
				return err
			}
		}
		for _, id := range r.column("SELECT id FROM letter WHERE inspection_id = ?", i.ID) {
			if err := r.letter(v, id); err != nil {
				return err
			}
		}
		for _, id := range r.column("SELECT id FROM meeting WHERE inspection_id = ? AND held_on <> '' AND held_on <= ?", i.ID, v.Today) {
			if err := r.minutes(v, id); err != nil {
				return err
			}
		}
		return r.immediate(v)
	})
}

// of reads a field of one record.
func (r recount) of(table, id, field string) string {
	r.t.Helper()
	return r.value("SELECT "+field+" FROM "+table+" WHERE id = ?", id)
}

func (r recount) signoff(v *query.View, id string) error {
	x, err := query.SignoffForm(v, id)
	if err != nil {
		return err
	}
	d := paper.SignoffForm(x, nil)
	problem := r.of("application", id, "problem_id")
	nth := r.rows("application WHERE problem_id = ? AND applied_at <= (SELECT applied_at FROM application WHERE id = ?)", problem, id)
	cycle := r.rows("reopening WHERE problem_id = ? AND at < (SELECT applied_at FROM application WHERE id = ?)", problem, id)
	head := fmt.Sprintf("单位：青禾市市场监督管理局　　　　第%d次申请", nth)
	if cycle > 0 {
		head = fmt.Sprintf("单位：青禾市市场监督管理局　　　　第%d次申请（第%d轮整改）", nth, cycle+1)
	}
	name := "form of " + r.number(problem)
	r.holdLines(name, d.Blocks, head)
	form := map[string]string{}
	for _, row := range tableOf(r.t, d.Blocks, 0).Rows {
		for n := 0; n+1 < len(row); n += 2 {
			form[strings.ReplaceAll(cellText(row[n]), "\n", "")] = cellText(row[n+1])
		}
	}
	person := func(column string) string {
		return r.value("SELECT name FROM person WHERE id = (SELECT "+column+" FROM problem WHERE id = ?)", problem)
	}
	for label, want := range map[string]string{
		"反馈问题": r.number(problem) + " " + r.of("problem", problem, "title"), "责任领导": person("leader_id"), "责任人": person("owner_id"),
		"牵头科室": r.value("SELECT name FROM department WHERE id = (SELECT lead_dept_id FROM problem WHERE id = ?)", problem),
		"完成时限": cmp.Or(inWords(r.of("problem", problem, "deadline")), r.of("problem", problem, "term")),
		"申请人":  r.of("application", id, "applicant") + "　" + r.dayIn(r.of("application", id, "applied_at")),
	} {
		if form[label] != want {
			r.t.Errorf("%s: %s: %q, the records give %q", name, label, form[label], want)
		}
	}
	measures := r.rows("measure WHERE problem_id = ? AND cycle = ?", problem, cycle)
	if n := strings.Count(form["整改措施"], "．"); n < min(measures, 4) || measures > 4 && !strings.Contains(form["整改措施"], fmt.Sprintf("……等共%d项", measures)) {
		r.t.Errorf("%s: %d measures: %s", name, measures, form["整改措施"])
	}
	files := r.rows("evidence e WHERE (problem_id = ? OR EXISTS (SELECT 1 FROM evidence_link l WHERE l.evidence_id = e.id AND l.problem_id = ?)) AND withdrawn = '' AND state <> 'returned'", problem, problem)
	if n := strings.Count(form["佐证材料"], "\n") + 1; form["佐证材料"] != "—" && n != min(files, 5) || form["佐证材料"] == "—" && files > 0 {
		r.t.Errorf("%s: %d files: %s", name, files, form["佐证材料"])
	}
	return r.steps(name, id, cells(d))
}

// steps holds what each step of a chain decided, and what its checks counted.
func (r recount) steps(name, application, form string) error {
	for _, d := range r.column("SELECT id FROM decision WHERE application_id = ?", application) {
		if by := r.of("decision", d, "name") + "　" + r.dayIn(r.of("decision", d, "at")); !strings.Contains(form, by) {
			r.t.Errorf("%s does not say %q", name, by)
		}
	}
	var counted int
	for _, raw := range r.column("SELECT evidence FROM verification WHERE application_id = ?", application) {
		var files []string
		if err := json.Unmarshal([]byte(raw), &files); err != nil {
			return err
		}
		if len(files) > 0 {
			counted++
			if !strings.Contains(form, fmt.Sprintf("属实，%d份", len(files))) {
				r.t.Errorf("%s: a check looked at %d files and the form does not say so", name, len(files))
			}
		}
	}
	if n := strings.Count(form, "属实，"); n < counted {
		r.t.Errorf("%s: %d checks with files, the form tells %d", name, counted, n)
	}
	return nil
}

// cells is all that the tables of a paper say.
func cells(d *gongwen.Document) string {
	var b strings.Builder
	textOf(func(runs ...gongwen.Run) { b.WriteString(strings.Join(words(runs), "") + "\n") }, d.Blocks)
	return b.String()
}

func (r recount) extension(v *query.View, id string) error {
	e, err := query.Extension(v, id)
	if err != nil {
		return err
	}
	of := func(field string) string { return r.of("extension", id, field) }
	problem := of("problem_id")
	first := cmp.Or(r.of("problem", problem, "first_deadline"), of("old_date"))
	want := map[string]string{
		"反馈问题": r.number(problem) + " " + r.of("problem", problem, "title"), "整改措施": cmp.Or(r.of("measure", of("measure_id"), "body"), "（问题整体）"),
		"牵头科室": r.value("SELECT name FROM department WHERE id = (SELECT lead_dept_id FROM problem WHERE id = ?)", problem),
		"责任人":  r.value("SELECT name FROM person WHERE id = (SELECT owner_id FROM problem WHERE id = ?)", problem),
		"最初时限": inWords(first), "现行时限": inWords(of("old_date")), "申请延至": inWords(of("new_date")),
		"延期次数": fmt.Sprintf("第%d次，累计%s天", 1+r.rows("extension WHERE problem_id = ? AND measure_id = ? AND state = 'agreed' AND asked_at < (SELECT asked_at FROM extension WHERE id = ?)", problem, of("measure_id"), id),
			r.value("SELECT CAST(julianday(?) - julianday(?) AS INTEGER)", of("new_date"), first)),
		"延期原因": of("reason"), "已做工作": of("done_so_far"), "后续安排": of("rest_plan"), "保障措施": of("safeguards"),
		"申请人": of("asked_name") + "　" + r.dayIn(of("asked_at")),
	}
	for _, role := range r.list("SELECT levels FROM extension WHERE id = ?", id) {
		label := map[string]string{"leader": "责任领导意见", "head": "主要负责人意见", "office": "巡察办意见"}[role]
		want[label] = "签名：　　　　　　年　　月　　日"
		if d := r.value("SELECT id FROM extension_decision WHERE extension_id = ? AND role = ?", id, role); d != "" {
			words := map[string]string{"1": "同意", "0": "不同意"}[r.of("extension_decision", d, "agree")]
			opinion := r.of("extension_decision", d, "opinion")
			if !strings.HasPrefix(opinion, words) {
				opinion = words + "。" + opinion
			}
			want[label] = opinion + "　" + r.of("extension_decision", d, "name") + "　" + r.dayIn(r.of("extension_decision", d, "at"))
		}
	}
	r.holdForm("extension of "+r.number(problem), tableOf(r.t, paper.ExtensionForm(e, nil).Blocks, 0), want)
	return nil
}

func (r recount) letter(v *query.View, id string) error {
	d, err := letterOf(v, id)
	if err != nil {
		return err
	}
	items := r.column("SELECT problem_id FROM letter_item WHERE letter_id = ? ORDER BY seq", id)
	r.holdTable("letter", tableOf(r.t, d.Blocks, 0), columns{"序号": counting123(items), "问题编号": each(items, r.number),
		"反馈问题": each(items, func(p string) string { return r.of("problem", p, "title") }),
		"完成时限": each(items, func(p string) string { return inWords(r.of("problem", p, "deadline")) })})
	due := inWords(r.of("letter", id, "due_on"))
	if said := text(d); !strings.Contains(said, "并于"+due+"前按所附回执回复") || !strings.Contains(said, "回复时限　"+due) {
		r.t.Errorf("the letter does not say %s:\n%s", due, said)
	}
	return nil
}

// minutes holds the points of each section and who was there.
func (r recount) minutes(v *query.View, id string) error {
	m, err := paper.Made(v, query.PaperIn{Inspection: r.id, Kind: inspection.Minutes, Of: id})
	if err != nil {
		return err
	}
	points, section := map[string]int{}, ""
	for _, b := range m.Document.Blocks {
		switch b := b.(type) {
		case gongwen.Heading:
			section = strings.Join(words(b.Text), "")
		case gongwen.Paragraph:
			points[section]++
			if n, text := points[section], strings.Join(words(b.Runs), ""); section != "" && !strings.HasPrefix(text, strconv.Itoa(n)+".") {
				r.t.Errorf("minutes: point %d of %s is %q", n, section, text)
			}
		}
	}
	for name, want := range map[string]int{"会议议题": r.many(r.of("meeting", id, "topics")), "会议要求": r.many(r.of("meeting", id, "requirements")),
		"会议学习": r.many(r.of("meeting", id, "studied")), "议定事项": r.rows("resolution WHERE meeting_id = ?", id)} {
		if points[name] != want {
			r.t.Errorf("minutes of %s: %d points under %s, the records give %d", r.of("meeting", id, "title"), points[name], name, want)
		}
	}
	for _, roll := range m.Document.Attendance {
		presence := map[string]string{"出席": "present", "请假": "absent", "列席": "observer"}[roll.Label]
		want := r.rows("attendance WHERE meeting_id = ? AND presence = ?", id, presence)
		if got := strings.Count(strings.Join(words(roll.Names), ""), "、") + 1; got != want {
			r.t.Errorf("minutes of %s: %d %s, the records give %d", r.of("meeting", id, "title"), got, roll.Label, want)
		}
	}
	return nil
}

// many is how many entries a JSON list has.
func (r recount) many(raw string) int {
	r.t.Helper()
	var out []json.RawMessage
	if err := json.Unmarshal([]byte(cmp.Or(raw, "null")), &out); err != nil {
		r.t.Fatal(raw, err)
	}
	return len(out)
}

func (r recount) immediate(v *query.View) error {
	for _, id := range r.column("SELECT id FROM immediate WHERE inspection_id = ?", r.id) {
		m, err := paper.Made(v, query.PaperIn{Inspection: r.id, Kind: inspection.ImmediateNotice, Of: id})
		if err != nil {
			return err
		}
		r.holdForm("receipt", tableOf(r.t, m.Document.Attachments[0].Blocks, 0), map[string]string{"通知书编号": r.of("immediate", id, "number"),
			"发出日期": inWords(r.of("immediate", id, "issued_on")), "收到单位": "中共青禾市市场监督管理局党组", "收到日期": "年　　月　　日", "签收人（签名）": "", "单位（盖章）": ""})
		if due := inWords(r.of("immediate", id, "due")); !strings.Contains(text(m.Document), "请于"+due+"前办结") {
			r.t.Errorf("the notice does not say %s", due)
		}
	}
	return nil
}
