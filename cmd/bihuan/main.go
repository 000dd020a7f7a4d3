// Command bihuan carries rectification after an inspection from the feedback
// paper to the head's report.
package main

import (
	"os"

	"bihuan/internal/cli"
)

func main() { os.Exit(cli.Main()) }
