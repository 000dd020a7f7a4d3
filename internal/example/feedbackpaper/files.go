package feedbackpaper

import (
	"bytes"
	"fmt"

	"bihuan/internal/example"
	"bihuan/internal/gongwen"
)

// Files gives the files of one feedback paper by name. The same feedback gives
// the same bytes.
func Files(f example.Feedback) (map[string][]byte, error) {
	d := Document(f)
	var docx bytes.Buffer
	if err := gongwen.WriteDocx(&docx, d); err != nil {
		return nil, fmt.Errorf("feedback paper: %w", err)
	}
	return map[string][]byte{
		"feedback.txt":  []byte(Text(d)),
		"feedback.docx": docx.Bytes(),
	}, nil
}
