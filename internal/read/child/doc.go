// Package child reads strangers' files in a process of its own: the program
// starts itself again with a subcommand, gives it the bytes on standard input and
// takes the neutral result from standard output. The process has its own memory
// and time; what ends it does not touch the program, which says in plain words
// that the file is too large or took too long.
//
// The child opens no file, starts no process and gets none of the program's
// environment. What only an office suite reads is converted before, by the parent.
package child
