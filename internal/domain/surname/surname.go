// Package surname knows what Chinese family names begin with.
package surname

import "strings"

// all are the first characters of the surnames of nearly all people.
const all = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来缪苟全褚廉简娄盖符奚木穆党燕郎邸冀姬谈鹿佟皇甫欧阳上官司马诸葛闫肖付代仇楚幸应宗丰尚展巩屠敖商蒲沙麦邝晏郁练冷卞虞骆仲邰窦苌昝晁檀暴糜咸竺从濮荣郜喻连茅蓝席褟巫"

// Is reports whether a name can begin with the character.
func Is(r rune) bool { return strings.ContainsRune(all, r) }
