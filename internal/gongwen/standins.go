package gongwen

import "strings"

// fallbacks are the fonts that stand in for the official ones when a server
// makes a PDF, the nearest first; the last ones are free and hold every
// character of GB 18030's core.
var fallbacks = []struct {
	font   string
	nearby []string
}{
	{"方正小标宋简体", []string{"FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong", "Source Han Serif SC Heavy", "Noto Serif CJK SC"}},
	{"仿宋_GB2312", []string{"FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong", "FandolFang R", "Source Han Serif SC", "Noto Serif CJK SC"}},
	{"仿宋", []string{"FangSong", "华文仿宋", "STFangsong", "FandolFang R", "Source Han Serif SC", "Noto Serif CJK SC"}},
	{"楷体_GB2312", []string{"KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti", "FandolKai", "AR PL UKai CN", "Noto Serif CJK SC"}},
	{"楷体", []string{"KaiTi", "华文楷体", "STKaiti", "FandolKai", "AR PL UKai CN", "Noto Serif CJK SC"}},
	{"黑体", []string{"SimHei", "华文黑体", "STHeiti", "FandolHei", "Source Han Sans SC", "Noto Sans CJK SC"}},
	{"宋体", []string{"SimSun", "华文宋体", "STSong", "FandolSong", "Source Han Serif SC", "Noto Serif CJK SC"}},
	{"Times New Roman", []string{"Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", "Noto Serif CJK SC"}},
	{"华文中宋", []string{"STZhongsong", "Source Han Serif SC", "Noto Serif CJK SC"}},
}

// standIns is a fontconfig file that adds the stand-ins to the system's own rules.
func standIns() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>` +
		`<include ignore_missing="yes">/etc/fonts/fonts.conf</include>`)
	for _, f := range fallbacks {
		b.WriteString(`<match target="pattern"><test name="family" qual="any"><string>` + escape(f.font) + `</string></test>`)
		b.WriteString(`<edit name="family" mode="append" binding="same">`)
		for _, near := range f.nearby {
			b.WriteString("<string>" + escape(near) + "</string>")
		}
		b.WriteString("</edit></match>")
	}
	return b.String() + "</fontconfig>"
}
