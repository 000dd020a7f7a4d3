package work_test

import (
	"testing"

	"bihuan/internal/domain/work"
)

func TestASecrecyMarkIsFoundAndAMentionIsNone(t *testing.T) {
	for name, want := range map[string]work.Secrecy{
		"【秘密】会议纪要.docx": "secret", "机密-名单.pdf": "confidential", "绝密级文件.pdf": "top-secret",
		"商业秘密保护总结.docx": "", "保守国家秘密教育.pdf": "", "台账.xlsx": "",
	} {
		if got := work.SecrecyOf([]string{name}, ""); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := work.SecrecyOf([]string{"纪要.txt"}, "机密★1年\n中共某局党组会议纪要"); got != "confidential" {
		t.Errorf("head of the paper: %q", got)
	}
	if work.Secrecy("confidential").Within("secret") || !work.Secrecy("secret").Within("secret") || !work.Secrecy("").Within("") || work.Secrecy("secret").Within("") {
		t.Error("the order of the marks is wrong")
	}
}
