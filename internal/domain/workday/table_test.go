package workday_test

import (
	"errors"
	"testing"

	"bihuan/internal/domain/workday"

	"github.com/google/go-cmp/cmp"
)

func TestAYearIsReadFromATable(t *testing.T) {
	want := workday.Notice{Year: 2027, Source: "2027年节假日安排（表格）",
		Holidays: []workday.Holiday{{Name: "元旦", From: "2027-01-01", To: "2027-01-03"}, {Name: "春节", From: "2027-02-05", To: "2027-02-06"}},
		MakeUp:   []workday.Date{"2027-01-30"}}
	for _, text := range []string{
		"日期,类型,名称\n2027-01-01,休,元旦\n2027-01-02,休,元旦\n2027-01-03,休,元旦\n2027-01-30,班,\n2027-02-05,休,春节\n2027-02-06,休,春节\n",
		"2027/1/1\t放假\t元旦\n2027/1/2\t放假\t元旦\n2027/1/3\t放假\t元旦\n2027/1/30\t上班\n2027/2/5\t放假\t春节\n2027/2/6\t放假\t春节",
		"2027年1月1日，休，元旦\n2027年1月2日，休，元旦\n2027年1月3日，休，元旦\n2027年1月30日，补班\n2027年2月5日，休，春节\n2027年2月6日，休，春节",
	} {
		got, err := workday.ReadNotices(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if diff := cmp.Diff([]workday.Notice{want}, got); diff != "" {
			t.Error(diff)
		}
	}
	for _, text := range []string{
		"2027-01-01,休,元旦\n2027-01-02,调", "2027-01-01,休,元旦\n2027-13-02,休,元旦", "2027-01-01,休", "2027-01-01,休,元旦\n2027-01-04,班",
	} {
		if got, err := workday.ReadNotices(text); !errors.Is(err, workday.ErrNotice) {
			t.Errorf("%s is read as %+v, %v", text, got, err)
		}
	}
}
