package workday_test

import (
	"errors"
	"strings"
	"testing"

	"bihuan/internal/domain/workday"

	"github.com/google/go-cmp/cmp"
)

const announced2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

func TestThePublishedTextIsTheTableThatIsShipped(t *testing.T) {
	got, err := workday.ParseAnnouncement(announced2026)
	if err != nil {
		t.Fatal(err)
	}
	var want workday.Notice
	for _, n := range workday.China().Notices() {
		if n.Year == 2026 {
			want = n
		}
	}
	if diff := cmp.Diff(want.Holidays, got.Holidays); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want.MakeUp, got.MakeUp); diff != "" {
		t.Error(diff)
	}
	if got.Year != 2026 || !strings.Contains(got.Source, "2026年部分节假日安排") {
		t.Errorf("%d %s", got.Year, got.Source)
	}
}

func TestASingleDayOffAndFullWidthDigits(t *testing.T) {
	got, err := workday.ParseAnnouncement("国务院办公厅关于２０２７年部分节假日安排的通知\n一、元旦：１月１日（周五）放假1天，不调休。\n")
	if err != nil || len(got.Holidays) != 1 || got.Holidays[0].To != "2027-01-01" || len(got.MakeUp) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAnAnnouncementThatIsNotReadWhollyIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"no year":            strings.ReplaceAll(announced2026, "2026年部分", "今年部分"),
		"other count":        strings.Replace(announced2026, "共9天", "共8天", 1),
		"no such day":        strings.Replace(announced2026, "4月4日", "4月34日", 1),
		"worked on a Monday": strings.Replace(announced2026, "1月4日（周日）上班", "1月5日（周一）上班", 1),
		"no days":            strings.Replace(announced2026, "6月19日（周五）至21日（周日）放假，共3天", "另行通知", 1),
		"nothing":            "",
	} {
		if _, err := workday.ParseAnnouncement(text); !errors.Is(err, workday.ErrNotice) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
