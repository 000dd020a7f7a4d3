package publishing

import (
	"bihuan/internal/action"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/publication"
	"bihuan/internal/domain/workday"
	"bihuan/internal/fault"
	"bihuan/internal/store"
)

// Publish freezes a publication as it stands and notes where and when it was
// published. Once both are, the inspection's deadline of publication is met.
type Publish struct {
	InspectionID string
	Kind         inspection.PaperKind `form:"kind"`
	Version      int                  `form:"version"`
	Place        string               `form:"published_in"`
	On           workday.Date         `form:"published_on"`
	Write        Writer               `json:"-" form:"-"`
	// Print makes the file of what is published, Keep puts it away.
	Print func(body []byte) ([]byte, error) `json:"-" form:"-"`
	Keep  action.Keep                       `json:"-" form:"-"`
	of
}

// Permission implements action.Command.
func (c *Publish) Permission() org.Permission { return org.PublicationPublish }

// Target implements action.Command.
func (c *Publish) Target(s *action.Step) (org.Target, error) {
	return c.load(s, c.InspectionID, c.Kind)
}

// Run implements action.Command.
func (c *Publish) Run(s *action.Step) error {
	if err := c.open(); err != nil {
		return err
	}
	if c.publication.ID == "" {
		return fault.New(fault.Conflict, "publication.save-first")
	}
	after := c.publication
	after.Version, after.Place, after.PublishedOn = c.Version, c.Place, c.On
	var checks fault.Checks
	if after.CheckPublishing(&checks, c.report.DecidedOn, s.Today); checks.Err() != nil {
		return checks.Err()
	}
	written, err := c.Write(s.Tx, after, c.report)
	if err != nil {
		return err
	}
	if len(written.Missing) > 0 {
		return fault.New(fault.Conflict, "publication.missing", len(written.Missing))
	}
	after.State, after.PublishedAt, after.PublishedBy, after.Publisher = publication.Published, s.Now, s.Actor.AccountID, s.Actor.Name
	after.Body, after.Hash = written.Body, inspection.BodyHash(written.Body)
	if err := c.file(s, &after, written.Title); err != nil {
		return err
	}
	if err := action.Save(s, store.Publications, c.publication, &after); err != nil {
		return err
	}
	s.Return(after.ID)
	return c.met(s)
}

// file keeps the bytes of what is published.
func (c *Publish) file(s *action.Step, p *publication.Publication, title string) error {
	if c.Print == nil {
		return nil
	}
	body, err := c.Print(p.Body)
	if err != nil {
		return err
	}
	p.FileName = title + "_" + p.PublishedOn.String() + ".docx"
	p.FileHash, p.FileSize, err = c.Keep(s.Tx.Context(), body)
	return err
}

// met notes on the inspection when both were published; a day that was noted
// for an earlier report stays.
func (c *Publish) met(s *action.Step) error {
	list, err := store.Publications.List(s.Tx, "WHERE report_id = ?", c.report.ID)
	if err != nil {
		return err
	}
	day := publication.Both(list)
	if day == "" || c.inspection.PublishedOn != "" {
		return nil
	}
	after := c.inspection
	after.PublishedOn = day
	return action.Save(s, store.Inspections, c.inspection, &after)
}

// Take hands out what is told to society or inside, published or as it would
// be; the taking is recorded.
type Take struct {
	InspectionID string
	Kind         inspection.PaperKind
	File         string // public.html
	of
}

// Permission implements action.Command.
func (c *Take) Permission() org.Permission { return org.PublicationSee }

// Target implements action.Command.
func (c *Take) Target(s *action.Step) (org.Target, error) {
	t, err := c.load(s, c.InspectionID, c.Kind)
	t.Submitted = t.Submitted && c.publication.State == publication.Published
	return t, err
}

// Run implements action.Command.
func (c *Take) Run(s *action.Step) error {
	s.Note("%s %s", c.File, c.publication.Hash)
	return nil
}
