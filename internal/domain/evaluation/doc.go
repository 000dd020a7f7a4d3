// Package evaluation holds the evaluation of an organisation's rectification
// (整改评估): schemes with their items, vetoes and grades, and evaluations from
// the self-evaluation to the result. It speaks of organisations, never of
// persons.
package evaluation
