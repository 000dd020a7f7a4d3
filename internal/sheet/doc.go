// Package sheet writes neutral tables as .xlsx workbooks laid out for print:
// title and unit above heads of several rows, merged groups, repeated head
// rows, landscape A4. The same table turns into one of a paper with [Table].
package sheet
