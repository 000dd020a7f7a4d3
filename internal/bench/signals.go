package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"syscall"
	"time"

	"bihuan/internal/action"
	"bihuan/internal/action/signals"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/work"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// perInspection is how many problems an inspection of the signals' city has.
const perInspection = 200

// signalsOver measures a whole computation of signals over n problems with 3
// measures and 7 entries each: ten texts a problem, of which one in fifty is a
// copy of another inspection's.
func signalsOver(ctx context.Context, url string, n int) error {
	c, err := open(ctx, url)
	if err != nil {
		return err
	}
	defer c.db.Close()
	began := time.Now()
	if err := c.signalCity(ctx, n); err != nil {
		return fmt.Errorf("fill: %w", err)
	}
	fmt.Printf("\n%s, %d problems in %d inspections, %d texts; made in %.0f s\n", c.db.Engine(), n, n/perInspection, 10*n, time.Since(began).Seconds())
	// 5 resets the peak of the resident memory, so that it is the computation's own.
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200); err != nil {
		fmt.Println("peak includes the filling:", err)
	}
	office := org.Actor{AccountID: "signals", Name: "signals", Grants: []org.Grant{{Role: org.RoleOffice}}}
	began = time.Now()
	worked := processor()
	out, err := query.Page(ctx, c.read, office, query.ScanSignals, struct{}{})
	if err != nil {
		return err
	}
	scanned := time.Since(began)
	found := 0
	for _, id := range out.Inspections {
		found += len(out.Found[id])
		if _, err := c.run.Do(ctx, action.Call{Actor: office}, &signals.Record{InspectionID: id, Found: out.Found[id]}); err != nil {
			return err
		}
	}
	fmt.Printf("signals: looked for in %.0f s, recorded in %.0f s (processor %.0f s), %d found; resident at most %s\n", scanned.Seconds(),
		(time.Since(began) - scanned).Seconds(), (processor() - worked).Seconds(), found, status("VmHWM:"))
	return nil
}

// processor is the time that the process had of the processor: on a machine
// that is shared it tells more than the clock.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// signalCity fills the database without the search, which is not measured.
func (c *city) signalCity(ctx context.Context, n int) error {
	if err := c.db.Write(ctx, c.frame); err != nil {
		return err
	}
	w := &writer{random: rand.New(rand.NewPCG(1, 2))}
	for from := 0; from < n; from += perInspection {
		err := c.db.Write(ctx, func(tx *store.Tx) error { return w.inspection(tx, from/perInspection, min(perInspection, n-from)) })
		if err != nil {
			return err
		}
	}
	return c.db.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec("ANALYZE")
		return err
	})
}

// writer invents an inspection's records.
type writer struct {
	random *rand.Rand
	kept   []string // texts that others copy
}

func (w *writer) inspection(tx *store.Tx, number, problems int) error {
	id := fmt.Sprintf("si%05d", number)
	o := org.Organisation{ID: "so" + id, Name: fmt.Sprintf("青禾市第%d单位", number), ShortName: fmt.Sprintf("市第%d单位", number), Kind: org.Bureau}
	if err := store.Organisations.Insert(tx, &o); err != nil {
		return err
	}
	i := inspection.Inspection{ID: id, RoundID: "r", TeamID: "t", OrgID: o.ID, FeedbackOn: "2026-01-08", PlanSharedOn: "2026-01-30", PlanIssuedOn: "2026-02-05"}
	if err := store.Inspections.Insert(tx, &i); err != nil {
		return err
	}
	for p := range problems {
		if err := w.problem(tx, i, fmt.Sprintf("%sp%03d", id, p), p); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) problem(tx *store.Tx, i inspection.Inspection, id string, p int) error {
	_, err := tx.Exec(`INSERT INTO problem (id, org_id, inspection_id, aspect_id, item_id, seq, number, title, cause, cause_category, goal, criteria, leader_id,
		lead_dept_id, assist_depts, owner_id, deadline, term, long_term, first_deadline, verdict, closed_on, reopened_on, submitted_on, version)
		VALUES (?, ?, ?, ?, '', ?, ?, ?, '', '', '', ?, '', '', '[]', '', '2026-06-30', '', 0, '2026-06-30', 'done', '2026-06-15', '', '2026-06-10', 1)`,
		id, i.OrgID, i.ID, aspect(p%aspects), p+1, fmt.Sprint(p+1), w.sentence(2), "[]")
	if err != nil {
		return err
	}
	for m := range 3 {
		_, err := tx.Exec(`INSERT INTO measure (id, org_id, inspection_id, problem_id, seq, kind, body, expected, leader_id, lead_dept_id, assist_depts, owner_id,
			deadline, term, long_term, first_deadline, verdict, claim, claimed_by, claimed_at, claim_note, version)
			VALUES (?, ?, ?, ?, ?, 'direct', ?, '', '', '', '[]', '', '2026-06-30', '', 0, '2026-06-30', 'done', '', '', 0, '', 1)`,
			fmt.Sprintf("%sm%d", id, m), i.OrgID, i.ID, id, m+1, w.text())
		if err != nil {
			return err
		}
	}
	for e := range 7 {
		entry := work.Progress{ID: fmt.Sprintf("%se%d", id, e), OrgID: i.OrgID, InspectionID: i.ID, ProblemID: id, On: "2026-04-01", Body: w.text(),
			Verdict: work.Done, At: tx.Now()}
		if err := store.ProgressEntries.Insert(tx, &entry); err != nil {
			return err
		}
	}
	file := work.Evidence{ID: id + "f", OrgID: i.OrgID, InspectionID: i.ID, ProblemID: id, Name: "核对结果.xlsx", Hash: "h" + id, SpeaksFor: "2026-04-01"}
	_, err = tx.Exec(`INSERT INTO evidence (id, org_id, inspection_id, problem_id, measure_id, progress_id, regulation_id, meeting_id, name, hash, size, mime,
		speaks_for, note, uploader_id, uploader, at, withdrawn, version) VALUES (?, ?, ?, ?, '', '', '', '', ?, ?, 1, '', ?, '', '', '', 0, '', 1)`,
		file.ID, file.OrgID, file.InspectionID, file.ProblemID, file.Name, file.Hash, file.SpeaksFor)
	return err
}

// text is a text of some sentences, or a copy with other numbers.
func (w *writer) text() string {
	if len(w.kept) > 0 && w.random.IntN(50) == 0 {
		return w.kept[w.random.IntN(len(w.kept))]
	}
	t := w.sentence(3 + w.random.IntN(3))
	if len(w.kept) < 20000 {
		w.kept = append(w.kept, t)
	}
	return t
}

var (
	subjects = strings.Fields("办公室 财务科 人事科 法制科 监察室 机关党委 第一支部 执法大队 窗口人员 分管领导 工作专班 各业务科室 督查组 信息中心 后勤服务中心 审批科")
	verbs    = strings.Fields("逐项核对 全面清查 重新制定 集中整治 分类处置 限期收回 公开通报 补充完善 实地走访 随机抽查 联合检查 按月调度 逐户回访 倒查追责 及时更新 统一规范")
	objects  = strings.Fields("公务接待台账 差旅报销凭证 合同审查意见 项目招标资料 固定资产登记 干部档案材料 执法案卷文书 举报处理记录 学习研讨提纲 会议决策纪要 专项资金账户 服务窗口评价 食堂采购票据 车辆使用记录 培训签到名册 工程验收报告")
	results  = strings.Fields("发现问题{}处并已改正 涉及{}人已谈话提醒 共{}份全部归档 办结{}件反馈当事人 整改率达到百分之{} 退还{}元 修订条款{}条 建立清单{}项 约谈{}人次 更换责任人{}名")
)

func (w *writer) sentence(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(subjects[w.random.IntN(len(subjects))] + verbs[w.random.IntN(len(verbs))] + objects[w.random.IntN(len(objects))] + "，" +
			strings.ReplaceAll(results[w.random.IntN(len(results))], "{}", fmt.Sprint(1+w.random.IntN(400))) + "；")
	}
	return b.String()
}
