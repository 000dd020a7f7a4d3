package incoming

// Doubt is a reason for which a person has to look at a cell; its words are
// incoming.doubt.<doubt>.
type Doubt string

// The doubts.
const (
	PersonUnknown     Doubt = "person.unknown"
	PersonSimilar     Doubt = "person.similar" // one character differs
	PersonPinyin      Doubt = "person.pinyin"  // reads the same, or initials
	PersonTwice       Doubt = "person.twice"   // several people of the name
	PersonSeveral     Doubt = "person.several" // several names where one is responsible
	PersonLeft        Doubt = "person.left"    // holds no post any more
	DepartmentUnknown Doubt = "department.unknown"
	DepartmentSimilar Doubt = "department.similar"
	DepartmentSeveral Doubt = "department.several"
	DepartmentClosed  Doubt = "department.closed"
	DueUnclear        Doubt = "due.unclear"
	DueNoYear         Doubt = "due.no-year"
	DueImpossible     Doubt = "due.impossible"
	DueFixed          Doubt = "due.fixed" // only an extension moves it
	DueEarly          Doubt = "due.early" // before the feedback
	DueLate           Doubt = "due.late"  // after the concentrated period
	VerdictUnknown    Doubt = "verdict.unknown"
	VerdictNotDone    Doubt = "verdict.not-done" // 未完成 before the deadline
	RecordUnknown     Doubt = "record.unknown"   // no problem is worded so
	RecordUnsure      Doubt = "record.unsure"    // one is worded alike
	RecordTwice       Doubt = "record.twice"     // two rows mean one problem
	MeasureSimilar    Doubt = "measure.similar"  // a measure is worded alike
	PlanIssued        Doubt = "plan.issued"      // only a change request changes it
	TooLong           Doubt = "text.too-long"
	SameAsAbove       Doubt = "same-as-above"
	BadCell           Doubt = "cell.error" // the cell shows an error
)
