package paper

// headWords are the sections of the head's report.
func headWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"开头": opening, "履行第一责任": duty, "组织体系和责任": responsibility, "部署推进": deployment, "党内生活": partyLife,
		"长效机制": longTerm, "结合日常工作": dailyWork}}
}

// progressWords are the sections of the progress report.
func progressWords() vocabulary {
	return vocabulary{parts: map[string]func(*prose){"开头": progressOpening, "组织推进": organisedWork, "逐个问题": problemByProblem, "立行立改": immediateMatters,
		"长效机制": lastingEffect, "群众监督": opinions, "尚未完成和下一步": remaining}}
}
