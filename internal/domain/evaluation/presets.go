package evaluation

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed presets.json
var presets []byte

// Preset is a scheme that is shipped, to begin from.
type Preset struct {
	Code string `json:"code"`
	Scheme
}

// Presets gives the shipped schemes.
func Presets() ([]Preset, error) {
	var out []Preset
	if err := json.Unmarshal(presets, &out); err != nil {
		return nil, fmt.Errorf("shipped schemes: %w", err)
	}
	return out, nil
}
