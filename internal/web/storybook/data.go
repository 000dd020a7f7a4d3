package storybook

import "bihuan/internal/web/ui"

func globalNav() []ui.NavItem {
	return []ui.NavItem{
		{Label: "整改总览", Href: "/overview", Icon: "layout-dashboard", Current: true},
		{Label: "轮次", Href: "/parts", Icon: "building-community"},
		{Label: "消息", Href: "/desk", Icon: "bell", Count: 2, Alarm: true},
	}
}

func canned() *ui.InspectionBar {
	return &ui.InspectionBar{
		Name:         "市委第三巡察组反馈意见整改",
		Href:         "/overview",
		Organisation: "中共云岭市水务局党组",
		Note:         "十二届市委第七轮 · 反馈日 2026-03-18",
		Stages: []ui.Stage{
			{Name: "反馈", State: ui.StageDone, Date: "2026-03-18", Href: "/feedback"},
			{Name: "方案", State: ui.StageDone, Date: "2026-04-09", Href: "/problems"},
			{Name: "整改", State: ui.StageNow, Date: "至 2026-09-18", Href: "/problem"},
			{Name: "民主生活会", State: ui.StageDone, Date: "2026-04-16", Href: "/parts"},
			{Name: "销号", State: ui.StageLate, Date: "3 项应于 06-30 前", Href: "/problems"},
			{Name: "报告", State: ui.StageWaiting, Date: "2026-09-25 前", Href: "/paper"},
			{Name: "公开", State: ui.StageWaiting, Href: "/paper"},
			{Name: "评估", State: ui.StageWaiting, Date: "2026-10-18 前", Href: "/overview"},
		},
	}
}

func sideNav(path string) []ui.NavGroup {
	groups := []ui.NavGroup{
		{Items: []ui.NavItem{{Label: "总览", Href: "/overview", Icon: "layout-dashboard"}}},
		{Title: "阶段", Items: []ui.NavItem{
			{Label: "反馈意见", Href: "/feedback", State: ui.StageDone},
			{Label: "整改方案", Href: "/form", State: ui.StageDone},
			{Label: "三个清单", Href: "/problems", State: ui.StageNow, Count: 35},
			{Label: "专题民主生活会", Href: "/parts", State: ui.StageDone},
			{Label: "销号", Href: "/problem", State: ui.StageLate, Count: 3, Alarm: true},
			{Label: "整改报告", Href: "/paper", State: ui.StageWaiting},
			{Label: "公开", Href: "/empty", State: ui.StageWaiting},
		}},
		{Title: "台账", Items: []ui.NavItem{
			{Label: "会议", Href: "/stale", Icon: "users-group"},
			{Label: "学习", Href: "/desk", Icon: "book"},
			{Label: "谈心谈话", Href: "/sign-in", Icon: "messages"},
		}},
	}
	for _, g := range groups {
		for i := range g.Items {
			g.Items[i].Current = g.Items[i].Href == path
		}
	}
	return groups
}

// row is one canned problem.
type row struct {
	number, aspect, title, leader, department string
	kind                                      ui.Kind
	verdict                                   string
	done, measures                            int
	due                                       ui.Due
}

func rows() []row {
	return []row{
		{"1", "贯彻落实决策部署", "学习贯彻习近平总书记关于治水重要论述不够深入，党组理论学习中心组 2025 年仅安排 1 次专题学习，研讨发言照搬文件", "冯启明", "办公室", ui.Good, "已完成", 3, 3, ui.Due{Date: "2026-05-31", Closed: true}},
		{"2", "贯彻落实决策部署", "农村饮水安全“回头看”走过场，青石镇 4 个村水质检测报告无检测人签字", "罗文彬", "农村水利科", ui.Info, "整改中", 1, 4, ui.Due{Date: "2026-07-02", Days: 2, Level: ui.DueYellow}},
		{"3", "贯彻落实决策部署", "河长制巡河记录补录、代签", "罗文彬", "河湖管理科", ui.Bad, "未完成", 1, 3, ui.Due{Date: "2026-06-25", Days: -5, Level: ui.DueRed}},
		{"4", "全面从严治党", "“一岗双责”压得不实，3 名班子成员全年未到分管科室开展廉政谈话", "冯启明", "机关党委", ui.Good, "基本完成", 2, 3, ui.Due{Date: "2026-07-15", Days: 15, Level: ui.DueGreen, Term: "长期坚持"}},
		{"5", "全面从严治党", "公务接待审批单日期晚于接待日期，涉及 7 笔 1.26 万元", "秦可", "财务审计科", ui.Info, "整改中", 2, 5, ui.Due{Date: "2026-08-31", Days: 62}},
		{"6", "组织和干部", "干部档案“三龄两历一身份”认定不规范", "秦可", "组织人事科", ui.Neutral, "未启动", 0, 2, ui.Due{Date: "2026-09-10", Days: 72}},
		{"7", "巡察整改落实", "上轮巡察指出的水利工程招投标监管问题整改不彻底，边改边犯", "罗文彬", "建设管理科", ui.Info, "整改中", 2, 3, ui.Due{Term: "立行立改并长期坚持"}},
	}
}

// verdicts counts all 35 problems, of which rows shows the first seven.
func verdicts() []ui.Part {
	return []ui.Part{
		{Label: "已完成", Count: 14, Kind: ui.Good, Href: "/problems?verdict=done"},
		{Label: "整改中", Count: 13, Kind: ui.Info, Href: "/problems?verdict=under-way"},
		{Label: "长期坚持", Count: 2, Kind: ui.Long, Href: "/problems?persistence=long"},
		{Label: "未完成（逾期）", Count: 3, Kind: ui.Bad, Href: "/problems?verdict=not-done"},
		{Label: "未启动", Count: 3, Kind: ui.Neutral, Href: "/problems?verdict=not-started"},
	}
}

func history() []ui.Event {
	return []ui.Event{
		{When: "2026-06-28 16:20", Title: "退回销号申请", Who: "冯启明（责任领导）", Kind: ui.Warn, Body: "补录记录的核查范围只到 5 月，请延至 6 月，并说明 2 名责任人的处理结果。"},
		{When: "2026-06-24 09:41", Title: "申请销号", Who: "邱雨（河湖管理科）", Kind: ui.Info, Body: "附佐证材料 5 份。"},
		{When: "2026-05-30 17:02", Title: "进展：完成 12 条河段巡河记录核查", Who: "邱雨", Kind: ui.Info, Body: "核查 2025 年巡河记录 1,284 条，确认代签 37 条，\n涉及 6 名村级河长，已逐一约谈。", Href: "/problem"},
		{When: "2026-04-12 10:00", Title: "认领任务", Who: "河湖管理科", Kind: ui.Neutral},
		{When: "2026-03-18 15:00", Title: "反馈意见载明本问题", Who: "市委第三巡察组", Kind: ui.Neutral},
	}
}

func spans() []ui.StageSpan {
	return []ui.StageSpan{
		{Name: "动员部署", From: "2026-03-18", Due: "2026-03-23", Begun: "2026-03-18", Done: "2026-03-20", State: ui.StageDone, Href: "/parts"},
		{Name: "整改方案", From: "2026-03-18", Due: "2026-04-09", Begun: "2026-03-21", Done: "2026-04-09", State: ui.StageDone, Href: "/form"},
		{Name: "专题民主生活会", From: "2026-04-01", Due: "2026-04-18", Begun: "2026-04-02", Done: "2026-04-16", State: ui.StageDone, Href: "/parts"},
		{Name: "集中整改", From: "2026-04-09", Due: "2026-09-18", Begun: "2026-04-10", State: ui.StageNow, Href: "/problems"},
		{Name: "首批销号", From: "2026-06-01", Due: "2026-06-25", Begun: "2026-06-10", State: ui.StageLate, Href: "/problem"},
		{Name: "整改报告", From: "2026-09-18", Due: "2026-09-25", State: ui.StageWaiting, Href: "/paper"},
	}
}

func departments() []ui.Option {
	return []ui.Option{
		{Value: "office", Label: "办公室"}, {Value: "rural", Label: "农村水利科"},
		{Value: "river", Label: "河湖管理科"}, {Value: "finance", Label: "财务审计科"},
	}
}

func verdictOptions() []ui.Option {
	return []ui.Option{
		{Value: "not-started", Label: "未启动"}, {Value: "under-way", Label: "整改中"},
		{Value: "done", Label: "已完成"}, {Value: "not-done", Label: "未完成"},
	}
}
