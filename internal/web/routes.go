package web

// route is one line of the table.
type route struct {
	pattern string
	handle  handler
	open    bool // also for those who are not signed in
	upload  bool // carries files: the handler streams the body
}

// routes is the one table of all pages and actions.
func routes() []route {
	return []route{
		{pattern: "GET /{$}", handle: home},
		{pattern: "GET /sign-in", handle: signInPage, open: true},
		{pattern: "POST /sign-in", handle: signIn, open: true},
		{pattern: "POST /sign-out", handle: signOut},
		{pattern: "GET /language", handle: language, open: true},
		{pattern: "GET /account", handle: accountPage},
		{pattern: "GET /account/password", handle: passwordPage},
		{pattern: "POST /account/password", handle: changePassword},

		{pattern: "GET /desk", handle: deskPage},
		{pattern: "GET /inspections", handle: inspectionList},
		{pattern: "GET /inspections/{id}", handle: inspectionOverview},

		// The administrators.
		{pattern: "GET /audit", handle: auditList},
		{pattern: "GET /audit/{id}", handle: auditEntry},
		{pattern: "GET /audit/checkpoint", handle: auditCheckpoint},

		// Intake: rounds, teams, inspections, the feedback paper.
		{pattern: "GET /rounds", handle: roundList},
		{pattern: "POST /rounds", handle: saveRound},
		{pattern: "GET /rounds/{id}", handle: roundPage},
		{pattern: "POST /rounds/{id}/settings", handle: saveSettings},
		{pattern: "POST /rounds/{id}/teams", handle: saveTeam},
		{pattern: "POST /rounds/{id}/inspections", handle: addInspection},
		{pattern: "GET /inspections/{id}/feedback", handle: feedbackPage},
		{pattern: "POST /inspections/{id}/feedback/facts", handle: feedbackFacts},
		{pattern: "POST /inspections/{id}/feedback/statement", handle: feedbackStatement},
		{pattern: "POST /inspections/{id}/feedback/import", handle: importFeedback, upload: true},
		{pattern: "GET /inspections/{id}/feedback/draft", handle: feedbackDraft},
		{pattern: "POST /inspections/{id}/feedback/describe", handle: describeFeedback},
		{pattern: "POST /inspections/{id}/feedback/mend", handle: mendFeedback},
		{pattern: "POST /inspections/{id}/feedback/seal", handle: sealFeedback},

		// Carrying out and closing: progress, evidence, extensions, sign-off.
		{pattern: "GET /inspections/{id}/progress", handle: progressList},
		{pattern: "GET /inspections/{id}/extensions", handle: extensionList},
		{pattern: "GET /inspections/{id}/signoffs", handle: signoffList},
		{pattern: "POST /problems/{id}/progress", handle: addProgress},
		{pattern: "POST /problems/{id}/evidence", handle: addEvidence, upload: true},
		{pattern: "GET /evidence/{id}", handle: evidenceFile},
		{pattern: "POST /evidence/{id}/withdraw", handle: withdrawEvidence},
		{pattern: "POST /problems/{id}/extension", handle: askExtension},
		{pattern: "POST /extensions/{id}/decide", handle: decideExtension},
		{pattern: "POST /problems/{id}/signoff", handle: applySignoff},
		{pattern: "POST /problems/{id}/reopen", handle: reopenProblem},
		{pattern: "GET /signoffs/{id}", handle: signoffPage},
		{pattern: "POST /signoffs/{id}/decide", handle: decideSignoff},
		{pattern: "POST /signoffs/{id}/withdraw", handle: withdrawSignoff},

		// Planning: the three lists, problems, measures, the plan.
		{pattern: "GET /inspections/{id}/problems", handle: problemList},
		{pattern: "GET /inspections/{id}/problems/assign", handle: assignChosenForm},
		{pattern: "POST /inspections/{id}/problems/assign", handle: assignChosen},
		{pattern: "GET /inspections/{id}/measures", handle: measureList},
		{pattern: "GET /inspections/{id}/responsibility", handle: responsibilityList},
		{pattern: "GET /inspections/{id}/problems.xlsx", handle: exportProblems},
		{pattern: "GET /inspections/{id}/measures.xlsx", handle: exportMeasures},
		{pattern: "GET /inspections/{id}/responsibility.xlsx", handle: exportDuties},
		{pattern: "GET /problems/{id}", handle: problemPage},
		{pattern: "GET /problems/{id}/edit", handle: editProblemForm},
		{pattern: "POST /problems/{id}/edit", handle: editProblem},
		{pattern: "GET /problems/{id}/assign", handle: assignProblemForm},
		{pattern: "POST /problems/{id}/assign", handle: assignProblem},
		{pattern: "GET /problems/{id}/measures/new", handle: newMeasureForm},
		{pattern: "POST /problems/{id}/measures", handle: addMeasure},
		{pattern: "GET /measures/{id}", handle: measurePage},
		{pattern: "GET /measures/{id}/edit", handle: editMeasureForm},
		{pattern: "POST /measures/{id}/edit", handle: editMeasure},
		{pattern: "POST /measures/{id}/move", handle: moveMeasure},
		{pattern: "POST /measures/{id}/remove", handle: removeMeasure},
		{pattern: "POST /measures/{id}/steps", handle: saveSteps},

		// Party life and the long term.
		{pattern: "GET /inspections/{id}/meetings", handle: meetingList},
		{pattern: "GET /inspections/{id}/meetings/new", handle: meetingNew},
		{pattern: "POST /inspections/{id}/meetings/new", handle: addMeeting},
		{pattern: "GET /meetings/{id}", handle: meetingPage},
		{pattern: "GET /meetings/{id}/edit", handle: meetingEdit},
		{pattern: "POST /meetings/{id}/edit", handle: editMeeting},
		{pattern: "POST /resolutions/{id}/finish", handle: finishResolution},
		{pattern: "GET /inspections/{id}/studies", handle: studyList},
		{pattern: "GET /inspections/{id}/studies/new", handle: studyNew},
		{pattern: "POST /inspections/{id}/studies/new", handle: addStudy},
		{pattern: "GET /studies/{id}", handle: studyPage},
		{pattern: "GET /studies/{id}/edit", handle: studyEdit},
		{pattern: "POST /studies/{id}/edit", handle: editStudy},
		{pattern: "GET /inspections/{id}/regulations", handle: regulationList},
		{pattern: "GET /inspections/{id}/regulations/new", handle: regulationNew},
		{pattern: "POST /inspections/{id}/regulations", handle: addRegulation},
		{pattern: "GET /regulations/{id}", handle: regulationPage},
		{pattern: "GET /regulations/{id}/edit", handle: regulationEdit},
		{pattern: "POST /regulations/{id}", handle: editRegulation},
		{pattern: "GET /inspections/{id}/linked-works", handle: linkedList},
		{pattern: "GET /inspections/{id}/linked-works/new", handle: linkedNew},
		{pattern: "POST /inspections/{id}/linked-works", handle: addLinked},
		{pattern: "GET /linked-works/{id}/edit", handle: linkedEdit},
		{pattern: "POST /linked-works/{id}", handle: editLinked},
		{pattern: "GET /inspections/{id}/talks", handle: talkCoverage},
		{pattern: "GET /inspections/{id}/talks/new", handle: talkNew},
		{pattern: "POST /inspections/{id}/talks/new", handle: recordTalks},
		{pattern: "GET /talks/{id}", handle: talkPage},
		{pattern: "GET /talks/{id}/edit", handle: talkEdit},
		{pattern: "POST /talks/{id}/edit", handle: editTalk},
		{pattern: "POST /talks/{id}/remove", handle: removeTalk},
		{pattern: "GET /inspections/{id}/life-meetings", handle: lifeMeetingList},
		{pattern: "GET /inspections/{id}/life-meetings/new", handle: lifeMeetingNew},
		{pattern: "POST /inspections/{id}/life-meetings/new", handle: addLifeMeeting},
		{pattern: "GET /life-meetings/{id}", handle: lifeMeetingPage},
		{pattern: "GET /life-meetings/{id}/edit", handle: lifeMeetingEdit},
		{pattern: "POST /life-meetings/{id}/edit", handle: editLifeMeeting},
		{pattern: "GET /life-meetings/{id}/papers", handle: papersPage},
		{pattern: "POST /life-meetings/{id}/papers", handle: savePapers},
		{pattern: "GET /life-meetings/{id}/criticisms/new", handle: criticismNew},
		{pattern: "POST /life-meetings/{id}/criticisms/new", handle: addCriticism},
		{pattern: "GET /criticisms/{id}/edit", handle: criticismEdit},
		{pattern: "POST /criticisms/{id}/edit", handle: editCriticism},
		{pattern: "POST /criticisms/{id}/remove", handle: removeCriticism},
	}
}
