package read

// labelStart tells whether a line begins with a label such as 整改目标：.
func labelStart(string) bool { return false }
