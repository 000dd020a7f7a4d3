package workday

// Chinese is the deadline's name as the inspection office says it; the code
// itself when a round has added one of its own.
func (c Code) Chinese() string {
	names := map[Code]string{
		Immediate:        "立行立改事项完成",
		ImmediateReply:   "立行立改情况回复",
		Mobilise:         "整改动员会",
		Plan:             "整改方案报审",
		LifeMeeting:      "专题民主生活会",
		LifeMeetingPaper: "专题民主生活会情况报告",
		Progress:         "整改进展报送",
		PeriodEnd:        "集中整改期结束",
		Reports:          "整改进展情况报告、主要负责人组织落实情况报告",
		Publish:          "整改情况公开",
		Evaluate:         "整改成效评估",
		FollowUp:         "未完成及长期坚持事项跟踪",
		Claim:            "认领整改任务",
	}
	if name, ok := names[c]; ok {
		return name
	}
	return string(c)
}

// Chinese is the event's name; for a base that is a deadline the name of that
// deadline.
func (b Base) Chinese() string {
	switch b {
	case FeedbackMeeting:
		return "反馈会"
	case InspectionEnd:
		return "巡察结束"
	case ImmediateNotice:
		return "收到立行立改通知书"
	case ReportAccepted:
		return "整改报告审核通过"
	case IssueDay:
		return "整改方案印发"
	}
	return Code(b).Chinese()
}

// event tells whether the base is an event that no deadline of a profile
// produces.
func (b Base) event() bool {
	switch b {
	case FeedbackMeeting, InspectionEnd, ImmediateNotice, ReportAccepted, IssueDay:
		return true
	}
	return false
}
