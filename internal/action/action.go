// Package action is the only way to change anything. Do runs one command in
// one transaction: permission, rule, save, audit, jobs, commit. The commands
// live in the packages below it, one file each.
package action

import (
	"bihuan/internal/domain/org"
)

// Command is one thing that somebody wants done. Its exported fields are what
// the person sent; they are also its content for the idempotency key.
type Command interface {
	// Permission is the line of the permission table that governs the command.
	Permission() org.Permission
	// Target loads what the command acts on and says where it lies. It must
	// not change anything.
	Target(*Step) (org.Target, error)
	// Run decides and saves. An error undoes everything.
	Run(*Step) error
}

// Call is who asks, and how.
type Call struct {
	Actor  org.Actor
	Key    string // idempotency key of the request; empty for none
	Remote string // address, for the audit log
}

// Result of a command.
type Result struct {
	ID string // of what was made, where the command makes something
	// Replayed: the same request was carried out before; nothing was done now.
	Replayed bool
}
