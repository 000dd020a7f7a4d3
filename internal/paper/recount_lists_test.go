package paper_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/work"
	"bihuan/internal/domain/workday"
	"bihuan/internal/example"
	"bihuan/internal/gongwen"
	"bihuan/internal/paper"
	"bihuan/internal/query"
)

var verdictsInWords = map[work.Verdict]string{work.Done: "已完成", work.BasicallyDone: "基本完成", work.UnderWay: "整改中", work.NotStarted: "未启动", work.NotDone: "逾期未完成"}

// changed are the deadlines of a problem that an agreed extension, a reopening
// or a renewed rectification set, with when, what was before, and the kind.
const changed = `(SELECT new_date AS now, old_date AS was, decided_at AS at, 1 AS extended FROM extension WHERE problem_id = ?1 AND measure_id = '' AND state = 'agreed'
	UNION ALL SELECT deadline, old_deadline, at, 0 FROM reopening WHERE problem_id = ?1 AND deadline <> ''
	UNION ALL SELECT d.until_on, d.old_deadline, d.at, 0 FROM decision d JOIN application a ON a.id = d.application_id WHERE a.problem_id = ?1 AND d.until_on <> '') c`

// untilAt is the deadline of a problem at the cut-off as papers write it: as
// planned while nothing ever changed it, else its day at the cut-off.
func (r recount) untilAt(o *example.Organisation, id string) string {
	planned := example.Deadline{}
	for _, p := range o.Plan.Problems {
		if p.Problem == r.value("SELECT number FROM problem WHERE id = ?", id) {
			planned = p.Deadline
		}
	}
	until := inWords(string(planned.Date))
	switch now := r.value("SELECT now FROM "+changed+" WHERE at < ?2 ORDER BY at DESC LIMIT 1", id, r.end()); {
	case now != "":
		until = inWords(now) + "前"
	case r.value("SELECT now FROM "+changed+" LIMIT 1", id) != "": // its first words are gone
		until += "前"
	case planned.Term != "":
		until = planned.Term
	}
	if n, err := r.tx.Count("SELECT COUNT(*) FROM "+changed+" WHERE at < ?2 AND extended = 1", id, r.end()); err != nil {
		r.t.Fatal(err)
	} else if n > 0 {
		until += fmt.Sprintf("\n延期%d次，原定%s", n, inWords(string(planned.Date)))
	}
	return until
}

// ledger is the ledger at the cut-off, cell by cell.
func (r recount) ledger(o *example.Organisation) columns {
	ids := r.column("SELECT id FROM node WHERE inspection_id = ? AND kind = 'problem' ORDER BY seq", r.id)
	verdicts := o.Verdicts(r.cutOff)
	name := func(table, column string) func(string) string {
		return func(id string) string {
			return r.value("SELECT name FROM "+table+" WHERE id = (SELECT "+column+" FROM problem WHERE id = ?)", id)
		}
	}
	return columns{
		"序号": counting123(ids),
		"方面": each(ids, func(id string) string {
			return stopped(r.value("SELECT a.title FROM node n JOIN node m ON m.id = n.parent_id JOIN node a ON a.id = m.parent_id WHERE n.id = ?", id))
		}),
		"反馈问题": each(ids, func(id string) string { return stopped(r.value("SELECT title FROM node WHERE id = ?", id)) }),
		"整改措施": each(ids, func(id string) string {
			list := r.column("SELECT body FROM measure WHERE problem_id = ? AND cycle <= (SELECT COUNT(*) FROM reopening WHERE problem_id = ? AND at < ?) ORDER BY seq", id, id, r.end())
			for n, m := range list {
				list[n] = fmt.Sprintf("%d.%s。", n+1, stopped(m))
			}
			return strings.Join(list, "\n")
		}),
		"责任领导": each(ids, name("person", "leader_id")), "牵头科室": each(ids, name("department", "lead_dept_id")), "责任人": each(ids, name("person", "owner_id")),
		"完成时限": each(ids, func(id string) string { return r.untilAt(o, id) }),
		"整改情况": each(ids, func(id string) string {
			word := verdictsInWords[verdicts[r.value("SELECT number FROM problem WHERE id = ?", id)]]
			if r.value("SELECT long_term FROM problem WHERE id = ?", id) == "1" {
				word += "（长期坚持）"
			}
			return word
		}),
		"销号日期": each(ids, func(id string) string {
			return inWords(r.value(`SELECT ended_on FROM application a WHERE problem_id = ? AND state = 'passed' AND ended_on <= ?
				AND NOT EXISTS (SELECT 1 FROM reopening o WHERE o.problem_id = a.problem_id AND o.at < ? AND o.cycle > a.cycle) ORDER BY ended_on DESC`, id, r.cutOff, r.end()))
		}),
	}
}

// stopped is a title without the stop at its end.
func stopped(title string) string { return strings.TrimRight(title, "。；") }

// regulationList is the list of regulations at the cut-off, cell by cell.
func (r recount) regulationList() columns {
	ids := r.column("SELECT id FROM regulation WHERE inspection_id = ? AND (CASE repealed_on WHEN '' THEN issued_on ELSE repealed_on END) <= ? ORDER BY issued_on = '', issued_on, started_on, id", r.id, r.cutOff)
	field := func(id, column string) string { return r.value("SELECT "+column+" FROM regulation WHERE id = ?", id) }
	return columns{
		"序号":   counting123(ids),
		"制度名称": each(ids, func(id string) string { return "《" + field(id, "title") + "》" }),
		"类型": each(ids, func(id string) string {
			return map[string]string{"enact": "新制定", "revise": "修订", "repeal": "废止"}[field(id, "change")]
		}),
		"文号": each(ids, func(id string) string { return field(id, "document_number") }),
		"印发（废止）日期": each(ids, func(id string) string {
			return inWords(field(id, "CASE repealed_on WHEN '' THEN issued_on ELSE repealed_on END"))
		}),
		"阶段": each(ids, func(id string) string {
			switch on := field(id, "issued_on"); {
			case field(id, "repealed_on") != "":
				return "已废止"
			case on == "":
				return "正在起草、修订"
			case on < r.value("SELECT feedback_on FROM inspection WHERE id = ?", r.id):
				return "反馈前已有"
			}
			return "整改期间"
		}),
		"对应问题": each(ids, func(id string) string {
			return strings.Join(each(r.list("SELECT problems FROM regulation WHERE id = ?", id), r.number), "、")
		}),
	}
}

func (r recount) number(problem string) string {
	return r.value("SELECT number FROM problem WHERE id = ?", problem)
}

// TestEveryCellOfTheListsIsRecounted holds every cell of the tables that go
// with the reports and the plan: the ledger and the regulations at two
// cut-offs, the three lists as planned.
func TestEveryCellOfTheListsIsRecounted(t *testing.T) {
	db := city(t)
	records, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	bureau := organisationOf(t, records, "市市场监管局")
	for _, cutOff := range []workday.Date{"2026-04-30", records.Today} {
		seeing(t, db, "市市场监管局", func(v *query.View, i inspection.Inspection) error {
			r := recount{t: t, tx: v.Tx, id: i.ID, cutOff: cutOff}
			composed, err := paper.Desk{Calendar: workday.China()}.Write(v.Tx, i, inspection.ProgressReport, cutOff)
			if err != nil {
				return err
			}
			d, err := gongwen.Decode(composed.Body)
			if err != nil {
				return err
			}
			want := r.ledger(bureau)
			r.holdTable("ledger of the report at "+string(cutOff), tableOf(t, d.Attachments[0].Blocks, 0), want)
			for kind, want := range map[inspection.PaperKind]columns{inspection.LedgerPaper: want, inspection.RegulationList: r.regulationList()} {
				m, err := paper.Made(v, query.PaperIn{Inspection: i.ID, Kind: kind, CutOff: cutOff})
				if err != nil {
					return err
				}
				r.holdTable(string(kind)+" at "+string(cutOff), tableOf(t, m.Document.Blocks, 0), want)
			}
			return nil
		})
	}
	seeing(t, db, "市市场监管局", func(v *query.View, i inspection.Inspection) error {
		r := recount{t: t, tx: v.Tx, id: i.ID, cutOff: records.Today}
		for n, want := range []columns{r.problemList(bureau), r.taskList(bureau), r.dutyList(bureau)} {
			a := planOf(t, db, "市市场监管局").Document.Attachments[n]
			r.holdTable(a.Title.Text, tableOf(t, a.Blocks, 0), want)
		}
		return nil
	})
}

func organisationOf(t *testing.T, records *example.City, short string) *example.Organisation {
	t.Helper()
	for _, o := range records.Organisations {
		if o.Short == short {
			return o
		}
	}
	t.Fatal(short)
	return nil
}
