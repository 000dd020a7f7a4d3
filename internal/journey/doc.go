// Package journey walks through the whole loop as different people, in
// Chromium, against the real program with the example city: run it with
// go test -tags browser ./internal/journey
package journey
