package read

// Field names what a column of a ledger holds, in words that do not change:
// templates and pages keep them.
type Field string

// The fields. FieldNone is a column whose head says nothing known, FieldExtra
// one that is known but has no field of its own; the texts of both are kept.
const (
	FieldNone         Field = ""
	FieldSequence     Field = "sequence"
	FieldAspect       Field = "aspect"
	FieldItem         Field = "item"
	FieldProblem      Field = "problem"
	FieldDetail       Field = "detail"
	FieldCauses       Field = "causes"
	FieldGoal         Field = "goal"
	FieldMeasures     Field = "measures"
	FieldLeader       Field = "leader"
	FieldLeadUnit     Field = "leadUnit"
	FieldSupportUnits Field = "supportUnits"
	FieldOwners       Field = "owners"
	FieldDue          Field = "due"
	FieldProgress     Field = "progress"
	FieldVerdict      Field = "verdict"
	FieldSignedOff    Field = "signedOff"
	FieldExtra        Field = "extra"
)

// Fields are all fields, in the order in which a ledger usually has them.
var Fields = []Field{
	FieldNone, FieldSequence, FieldAspect, FieldItem, FieldProblem, FieldDetail, FieldCauses, FieldGoal, FieldMeasures,
	FieldLeader, FieldLeadUnit, FieldSupportUnits, FieldOwners, FieldDue, FieldProgress, FieldVerdict, FieldSignedOff, FieldExtra,
}

// field is the lasting name of a column's kind; the order of both is the same.
func (c column) field() Field { return Fields[c] }

// columnNamed is the kind of column that a lasting name stands for.
func columnNamed(f Field) (column, bool) {
	for i, name := range Fields {
		if name == f {
			return column(i), true
		}
	}
	return colNone, false
}

// Why tells what a column's field was found by.
type Why string

// The reasons. WhyNone stands for a column of which nothing is known.
const (
	WhyNone     Why = ""
	WhyName     Why = "name"     // its head
	WhyContent  Why = "content"  // what stands in its cells
	WhyTemplate Why = "template" // a rule that was given
)
