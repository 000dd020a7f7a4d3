package hostile

import (
	"bytes"
	"testing"
)

// notWhatTheySay are files whose names promise something else.
func notWhatTheySay(t testing.TB) []File {
	old := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	return []File{
		{"empty.txt", nil, "read.empty"},
		{"blank.txt", []byte(" \n\n"), "read.empty"},
		{"noise.txt", bytes.Repeat([]byte{0x01, 0x02, 0x80, 0xFF}, 500), "read.damaged"},
		{"lock/~$方案.docx", bytes.Repeat([]byte{1}, 162), "read.lock-file"},
		{"~$台账.xlsx", bytes.Repeat([]byte{7}, 165), "read.lock-file"},
		{"picture.docx", []byte("\x89PNG\r\n\x1a\n"), "read.damaged"},
		{"picture.csv", bytes.Repeat([]byte("\x89PNG\r\n\x1a\n\x00\x01\x02\x03"), 300), "read.damaged"},
		{"page.xls", []byte("<html><table><tr><td>序号</td></tr></table></html>"), "read.unsupported"},
		{"program.exe", []byte("MZ\x90\x00\x03\x00"), "read.unsupported"},
		{"other.zip", zipped(t, part{"a.txt", "x", 1}), "read.unsupported"},
		{"password.docx", []byte(old + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "read.encrypted"},
		{"password.xlsx", append([]byte(old), append(bytes.Repeat([]byte{0}, 4096), "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...)...), "read.encrypted"},
		{"macros.xlsm", Book(t, ledgerRows, "xl/vbaProject.bin", old), ""},
	}
}
