package paper

// What words are in the report that they belong to. They are set when it is
// composed; the circular and the public version go by them.
const (
	roleGist    = "gist"    // stands in the outline too: where a problem is, what came of it
	roleLeadIn  = "lead-in" // 现将整改情况报告如下： which only a report says
	roleProblem = "problem" // a heading with all that is told of one problem
	roleTyped   = "typed"   // a person wrote it; it rests on what he attached to it
	roleContact = "contact" // whom to write to; a page on a website has it in its own place
)
