package web

import (
	"bytes"

	"bihuan/internal/action"
	"bihuan/internal/action/publishing"
	"bihuan/internal/domain/inspection"
	"bihuan/internal/fault"
	"bihuan/internal/paper"
	"bihuan/internal/query"
	"bihuan/internal/web/templates"
)

// publicationIn is the publication that the address names.
func (v *visit) publicationIn() query.PublicationIn {
	return query.PublicationIn{Inspection: v.id(), Kind: inspection.PaperKind(v.r.URL.Query().Get("kind"))}
}

// publicationPage shows what is told of the accepted report, the paper that
// comes of it, and what in it differs from the report.
func publicationPage(v *visit) error {
	p, x, err := inspect(v, v.id(), "publication.title", paper.Publication, v.publicationIn())
	if err != nil {
		return err
	}
	return v.show(templates.Publication(p, x))
}

func savePublication(v *visit) error {
	cmd := &publishing.Save{InspectionID: v.id(), Write: v.desk().Publish}
	return post(v, cmd, "publication.saved", func(action.Result) string { return toPublication(cmd.InspectionID, cmd.Kind) + "#preview" })
}

func publishPublication(v *visit) error {
	cmd := &publishing.Publish{InspectionID: v.id(), Write: v.desk().Publish, Print: paper.KeptFile, Keep: v.keep}
	return post(v, cmd, "publication.publish.done", func(action.Result) string { return toPublication(cmd.InspectionID, cmd.Kind) })
}

func toPublication(inspectionID string, kind inspection.PaperKind) string {
	return "/inspections/" + inspectionID + "/publication?kind=" + string(kind)
}

// publicationFile hands the paper out as .docx: of what was published the bytes
// that were kept.
func publicationFile(v *visit) error {
	x, err := v.takePublication("docx")
	if err != nil {
		return err
	}
	if p := x.Publication; p.FileHash != "" {
		return v.stream(p.FileName, docxType, p.FileHash, p.FileSize)
	}
	return v.document(x.Document, x.Document.Subject)
}

// publicationWeb hands the public version out as a page for a website.
func publicationWeb(v *visit) error {
	x, err := v.takePublication("html")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := paper.WriteWebpage(&b, x.Document, x.Publication, x.Publisher); err != nil {
		return err
	}
	v.attach(x.Document.Subject+".html", "text/html; charset=utf-8", b.Bytes())
	return nil
}

// takePublication gives a publication that leaves the house; the taking is
// recorded before the first byte leaves.
func (v *visit) takePublication(ext string) (paper.PublicationPage, error) {
	in := v.publicationIn()
	x, err := see(v, paper.Publication, in)
	if err != nil {
		return x, err
	}
	if x.Document == nil {
		return x, fault.New(fault.NotFound, "fault.not-found")
	}
	_, err = v.do(&publishing.Take{InspectionID: in.Inspection, Kind: x.Kind, File: string(x.Kind) + "." + ext})
	return x, err
}

func publicOpinionList(v *visit) error {
	p, l, err := inspect(v, v.id(), "opinion.title", query.PublicOpinions, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PublicOpinions(p, l))
}

func publicOpinionNew(v *visit) error {
	p, f, err := inspect(v, v.id(), "opinion.new", query.NewOpinion, v.id())
	if err != nil {
		return err
	}
	return v.show(templates.PublicOpinionForm(p, f))
}

func recordPublicOpinion(v *visit) error {
	return post(v, &publishing.Record{InspectionID: v.id()}, "opinion.recorded", to("/inspections/"+v.id()+"/public-opinions"))
}

func assignPublicOpinion(v *visit) error {
	return post(v, &publishing.Assign{ID: v.id()}, "opinion.assigned", toPublicOpinions)
}

func answerPublicOpinion(v *visit) error {
	return post(v, &publishing.Answer{ID: v.id()}, "opinion.answered", toPublicOpinions)
}

// toPublicOpinions goes on to the list of the inspection whose id came back.
func toPublicOpinions(r action.Result) string { return "/inspections/" + r.ID + "/public-opinions" }
