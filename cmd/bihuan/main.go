// Command bihuan carries rectification after an inspection from the feedback
// paper to the head's report.
package main

func main() {}
