package office

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"bihuan/internal/testkit/tool"
)

// linked is a text that names a picture and a section elsewhere.
const linked = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:p>整改材料<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="%[1]s/stamp.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame></text:p>
<text:section text:name="a"><text:section-source xlink:href="%[1]s/text.txt" xlink:type="simple"/><text:p>原文</text:p></text:section>
</office:text></office:body></office:document>`

func TestConvertFetchesNothingThatAFileNames(t *testing.T) {
	tool.Path(t, "soffice")
	var asked atomic.Int64
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		fmt.Fprint(w, "外面的内容")
	}))
	defer elsewhere.Close()
	job := Job{Input: strings.NewReader(fmt.Sprintf(linked, elsewhere.URL)), From: "fodt", To: "html"}
	data, err := Convert(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	if n := asked.Load(); n > 0 || !strings.Contains(string(data), "整改材料") {
		t.Errorf("LibreOffice asked elsewhere %d times for a file's links and made %.200q", n, data)
	}
}
