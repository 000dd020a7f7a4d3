package paper

import (
	"fmt"

	"bihuan/internal/gongwen"
	"bihuan/internal/query"
	"bihuan/internal/store"
)

// Circular is the report that was accepted, told in full inside the Party (通报).
func Circular(f query.PaperFacts) (*gongwen.Document, error) {
	d, err := ofReport(f, "关于巡察整改进展情况的通报")
	if err != nil || f.Accepted == nil {
		return d, err
	}
	d.Addressee = departments(f.Facts)
	d.Signature = organisationSignature(f.Facts)
	return d, nil
}

// ofReport begins a projection of the accepted report: its text under another
// title. Without one the paper only says that it is missing.
func ofReport(f query.PaperFacts, about string) (*gongwen.Document, error) {
	title := partyTitle(f.Facts, about)
	d := &gongwen.Document{Title: gongwen.WrapTitle(title), Author: f.Organisation.Name, Subject: title}
	if f.Accepted == nil {
		d.Blocks = []gongwen.Block{gongwen.P(gongwen.Lack(string(atAccepted)))}
		return d, nil
	}
	report, err := gongwen.Decode(f.Accepted.Body)
	if err != nil {
		return nil, fmt.Errorf("the accepted report %s: %w", f.Accepted.ID, err)
	}
	d.Blocks, d.Attachments = report.Blocks, report.Attachments
	return d, nil
}

// PublicVersion is the accepted report in outline for society (公开稿): the
// opening, each problem with where it stands, the regulations, and whom to
// write to. Who did what, what remains and the ledger stay inside.
func PublicVersion(f query.PaperFacts) (*gongwen.Document, error) {
	d, err := ofReport(f, "关于巡察整改进展情况的通报")
	if err != nil || f.Accepted == nil {
		return d, err
	}
	d.Attachments = nil
	d.Blocks = outline(d.Blocks)
	p := &prose{Facts: f.Facts, blocks: d.Blocks}
	p.contact(query.Ref(store.Reports, f.Accepted.ID))
	p.end()
	d.Blocks = p.blocks
	d.Signature = organisationSignature(f.Facts)
	return d, nil
}

// inOutline are the sections of the report that society is told.
var inOutline = map[string]bool{"反馈问题整改落实情况": true, "立行立改事项办理情况": true, "建立健全长效机制情况": true}

// outline keeps the opening and the sections for society, of each problem only
// its heading and the last sentence, which says where it stands.
func outline(blocks []gongwen.Block) []gongwen.Block {
	var out []gongwen.Block
	keep := true
	for _, b := range blocks {
		h, ok := b.(gongwen.Heading)
		if ok && h.Level == 1 {
			keep = inOutline[plain(h.Text)]
		}
		if !keep {
			continue
		}
		if ok && h.Level == 3 && len(h.Follow) > 1 {
			h.Follow = h.Follow[len(h.Follow)-1:]
			b = h
		}
		out = append(out, b)
	}
	return out
}

// contact asks for opinions and says where they go.
func (p *prose) contact(ref query.Source) {
	o := p.Organisation
	p.say([]query.Source{ref}, "欢迎干部群众对巡察整改落实情况进行监督。如有意见建议，请及时反映。")
	p.end()
	p.say(p.OrgRefs, "联系电话：")
	p.orLack(o.Phone, atPhone)
	p.say(p.OrgRefs, "；通信地址：")
	p.orLack(o.Address, atAddress)
	p.say(p.OrgRefs, "。")
}

// orLack says what the organisation's record holds, or marks that it holds nothing.
func (p *prose) orLack(text string, at place) {
	if text == "" {
		p.lack(at)
		return
	}
	p.say(p.OrgRefs, text)
}
