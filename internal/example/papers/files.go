package papers

import (
	"bytes"
	"fmt"
	"path"

	"bihuan/internal/example"
	"bihuan/internal/gongwen"
)

// All gives every file that is made from the records of an organisation, by its
// path in the folder. The same records give the same bytes.
func All(o *example.Organisation) (map[string][]byte, error) {
	out, err := Files(o.Feedback)
	if err != nil {
		return nil, err
	}
	for _, d := range o.Documents {
		if out[path.Join("evidence", d.File)], err = Evidence(d); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Files gives the files of one feedback paper by name.
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
