// Package read turns strangers' bytes into a neutral outline: the papers and
// ledgers that clerks receive and keep (.docx, .txt, .xlsx, .csv) become one
// tree of marked nodes with their positions, what the paper states about
// itself, and warnings where a person has to look.
//
// A file goes through four steps, each blind to the others' trade:
//
//	bytes   → lines      text.go, docx_*.go   (one reader per format)
//	lines   → frame      frame*.go            (title, addressee … signature)
//	lines   → nodes      marks.go, inline.go, outline.go
//	nodes   → meaning    roles.go, totals.go, counting.go
//
// Nothing in here knows the records of the product, asks a database, or reads
// a clock; what comes out is a proposal that a person mends and confirms.
package read
