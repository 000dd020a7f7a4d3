package signal

import (
	"slices"
	"strings"

	"bihuan/internal/domain/work"
)

// explaining are words that say why a sum is not the whole.
var explaining = []string{"其余", "剩余", "尚有", "尚未", "余下", "核减", "无法", "去世", "离世", "法院", "暂缓", "分期", "经核实", "重新核定", "核定为", "抵扣", "核销", "待", "还有"}

// sumsDiffer finds amounts and people that do not add up: what was recovered
// against what the problem's wording names, and parts against their whole.
func sumsDiffer(d *Dossier, c *Case) []Finding {
	var out []Finding
	planned := map[work.ResultKind]bool{}
	if c.finished() {
		out, planned = c.againstPlan(d)
	}
	for _, u := range units {
		if c.finished() && !planned[u.kind] {
			out = append(out, c.againstWording(d, u)...)
		}
		out = append(out, c.partsAndWhole(d, u)...)
	}
	return out
}

// againstPlan compares the figures of the entries with the results that the
// plan's measures expect, kind by kind. It also tells which kinds the plan
// names: of these the wording is not read once more.
func (c *Case) againstPlan(d *Dossier) (out []Finding, planned map[work.ResultKind]bool) {
	planned = map[work.ResultKind]bool{}
	for _, s := range work.Sums("", c.Measures, c.Progress, c.Reasons) {
		if !s.Binding() || s.Expected == 0 {
			continue
		}
		planned[s.Kind] = true
		if s.Settled() || s.Reported > s.Expected || near(s.Reported, s.Expected, d.Settings.SumTolerance) || c.explains() {
			continue
		}
		f := d.finding(SumsDiffer, c, ProofStage, c.sumBase(d, s.SumKey))
		f.Subject, f.Variant = c.Problem.ID+"/plan-"+string(s.Kind), "plan"
		f.Args = []string{s.String(s.Reported), s.String(s.Expected)}
		out = append(out, f)
	}
	return out, planned
}

// sumBase is the measures that expect results of a kind and the entries that
// report them.
func (c *Case) sumBase(d *Dossier, k work.SumKey) []Base {
	var base []Base
	for _, m := range c.Measures {
		if slices.ContainsFunc(m.Results, func(r work.Result) bool { return r.Kind == k.Kind }) {
			base = append(base, d.base("measure", m.ID, c.Problem.ID, m.Text))
		}
	}
	for _, p := range c.live() {
		if slices.ContainsFunc(p.Figures, func(f work.Figure) bool { return f.Kind == k.Kind }) {
			base = append(base, d.entry(p))
		}
	}
	return base
}

// againstWording compares what entries claim with what the wording states.
func (c *Case) againstWording(d *Dossier, u unit) []Finding {
	stated, ok := u.stated(c.Wording)
	if !ok {
		return nil
	}
	claimed, base := c.claims(d, u)
	if claimed == 0 || near(claimed, stated, d.Settings.SumTolerance) || c.explains() {
		return nil
	}
	base = append(base, d.base("problem", c.Problem.ID, c.Problem.ID, c.Problem.Number+" "+c.Problem.Title))
	f := d.finding(SumsDiffer, c, ProofStage, base)
	f.Subject, f.Variant, f.Args = c.Problem.ID+"/"+u.name, "wording", []string{u.show(claimed), u.show(stated)}
	return []Finding{f}
}

// claims adds up what the entries say; entries that name a running total stand
// for all before them.
func (c *Case) claims(d *Dossier, u unit) (sum int64, base []Base) {
	var most int64
	for _, p := range c.live() {
		n, total := u.claimed(p.Body)
		if n == 0 {
			continue
		}
		base = append(base, d.entry(p))
		if total {
			most = max(most, n)
		}
		sum += n
	}
	if most > 0 {
		return most, base
	}
	return sum, base
}

func (c *Case) explains() bool {
	for _, p := range c.live() {
		if containsAny(p.Body+p.Difficulty, explaining) {
			return true
		}
	}
	for _, a := range c.SignOffs {
		if containsAny(a.Statement, explaining) {
			return true
		}
	}
	return false
}

func near(a, b int64, percent int) bool {
	diff := a - b
	if diff < 0 {
		diff = -diff
	}
	return diff*100 <= b*int64(percent)
}

// partsAndWhole finds sentences whose parts (其中) are more than their whole.
func (c *Case) partsAndWhole(d *Dossier, u unit) []Finding {
	var out []Finding
	for _, p := range c.live() {
		for sentence := range strings.FieldsFuncSeq(p.Body, func(r rune) bool { return strings.ContainsRune("。；;\n", r) }) {
			before, after, ok := strings.Cut(sentence, "其中")
			if !ok {
				continue
			}
			whole, parts := u.in(before), u.in(after)
			if len(whole) == 0 || len(parts) == 0 {
				continue
			}
			var sum int64
			for _, f := range parts {
				sum += f.value
			}
			if last := whole[len(whole)-1].value; sum > last && !near(sum, last, d.Settings.SumTolerance) {
				f := d.finding(SumsDiffer, c, ProofStage, []Base{d.entry(p)})
				f.Subject, f.Variant, f.Args = p.ID+"/"+u.name, "parts", []string{u.show(sum), u.show(last)}
				out = append(out, f)
			}
		}
	}
	return out
}
