package paper

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestACompositionIsComparedSentenceBySentence(t *testing.T) {
	before := HeadReport(whole())
	if changes := Compare(before, HeadReport(whole())); len(changes) != 0 {
		t.Errorf("equal papers differ: %v", changes)
	}
	f := whole()
	f.Group.Department = "办公室"
	f.Directed = nil
	want := []Change{
		{Section: "扛起第一责任，在学习和督办中强化整改自觉", Before: "对1项重大整改事项，本人直接部署、亲自督办：4月1日，针对“公务接待台账不全”问题，现场核对台账。", After: "【缺：本人直接督办的整改事项】。"},
		{Section: "健全组织体系，把3个具体问题的整改责任落实到人", Before: "领导小组下设办公室，设在人教科，人教科科长陈静为成员，承担整改日常工作。",
			After: "领导小组下设办公室，设在办公室，人教科科长陈静为成员，承担整改日常工作。"},
	}
	if diff := cmp.Diff(want, Compare(before, HeadReport(f))); diff != "" {
		t.Error(diff)
	}
}
