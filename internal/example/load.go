package example

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"gopkg.in/yaml.v3"
)

// Load reads city.yaml and the folder of every inspected organisation from
// fsys, whose root is the city's folder. A key that the types do not know is
// an error, and so is every record that names what does not exist or disagrees
// with the numbers stated; all such faults are reported together.
func Load(fsys fs.FS) (*City, error) {
	city := &City{}
	if err := decode(fsys, "city.yaml", city); err != nil {
		return nil, err
	}
	for _, i := range city.Inspections {
		o, err := loadOrganisation(fsys, i.Organisation)
		if err != nil {
			return nil, err
		}
		city.Organisations = append(city.Organisations, o)
	}
	if err := check(fsys, city); err != nil {
		return nil, fmt.Errorf("example city: %w", err)
	}
	return city, nil
}

// loadOrganisation reads one folder. The organisation itself and its feedback
// must be there; an organisation that was just fed back has nothing else yet.
func loadOrganisation(fsys fs.FS, key string) (*Organisation, error) {
	o := &Organisation{}
	parts := []struct {
		file     string
		into     any
		optional bool
	}{
		{"organisation.yaml", o, false},
		{"feedback.yaml", &o.Feedback, false},
		{"plan.yaml", &o.Plan, true},
		{"party.yaml", &o.Party, true},
		{"regulations.yaml", &o.Regulations, true},
		{"linked-work.yaml", &o.LinkedWork, true},
		{"progress.yaml", &o.Progress, true},
		{"documents.yaml", &o.Documents, true},
		{"evaluation.yaml", &o.Evaluated, true},
		{"reports.yaml", &o.Reports, true},
		{"issued.yaml", &o.Issued, true},
	}
	for _, p := range parts {
		err := decode(fsys, path.Join(key, p.file), p.into)
		if p.optional && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
	}
	if o.Key != key {
		return nil, fmt.Errorf("%s/organisation.yaml: key is %q", key, o.Key)
	}
	return o, nil
}

// decode reads the one YAML document of a file strictly.
func decode(fsys fs.FS, name string, into any) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("open %s: %w", name, err)
	}
	defer f.Close()
	d := yaml.NewDecoder(f)
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := d.Decode(&yaml.Node{}); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: more than one document", name)
	}
	return nil
}
