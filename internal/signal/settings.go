package signal

import (
	"slices"
	"strings"
	"time"

	"bihuan/internal/fault"
)

// Settings are the thresholds of a round. Every change makes a new number; a
// signal keeps the number that found it.
type Settings struct {
	Off              []Rule   `json:"off,omitempty"`   // rules that do not run
	EarlyDays        int      `json:"earlyDays"`       // proof may be so many days older than the feedback
	LateDays         int      `json:"lateDays"`        // … and so many younger than the sign-off
	FileProblems     int      `json:"fileProblems"`    // unrelated problems with the same file or picture
	PictureBits      int      `json:"pictureBits"`     // of 128, by which pictures may differ
	SimilarChars     int      `json:"similarChars"`    // shorter texts are not compared
	SimilarAcross    int      `json:"similarAcross"`   // per cent, between inspections
	SimilarInside    int      `json:"similarInside"`   // per cent, within one
	SimilarProblems  int      `json:"similarProblems"` // problems of one inspection with the same text
	Placeholders     []string `json:"placeholders"`
	IdleDays         int      `json:"idleDays"`  // in force and never applied
	WaveDays         int      `json:"waveDays"`  // the last days of the period
	WaveShare        int      `json:"waveShare"` // per cent of all sign-offs
	WaveCount        int      `json:"waveCount"` // at least so many
	QuickMinutes     int      `json:"quickMinutes"`
	SumTolerance     int      `json:"sumTolerance"` // per cent
	Extensions       int      `json:"extensions"`
	ExtensionDays    int      `json:"extensionDays"`
	RecurringPercent int      `json:"recurringPercent"` // likeness of the wording
	FileDays         int      `json:"fileDays"`         // a document may be so many days younger than its date
	PhotoDays        int      `json:"photoDays"`        // a photograph so many days older
}

// DefaultSettings are what a round starts with.
func DefaultSettings() Settings {
	return Settings{LateDays: 7, FileProblems: 2, PictureBits: 8, SimilarChars: 24, SimilarAcross: 70, SimilarInside: 90,
		SimilarProblems: 3, Placeholders: []string{"XX", "××", "**", "某某", "【】", "○○", "待补充"}, IdleDays: 60, WaveDays: 1,
		WaveShare: 30, WaveCount: 5, QuickMinutes: 30, SumTolerance: 1, Extensions: 2, ExtensionDays: 120,
		RecurringPercent: 60, FileDays: 3, PhotoDays: 30}
}

// On reports whether the rule runs.
func (s Settings) On(r Rule) bool { return !slices.Contains(s.Off, r) }

// Threshold is one number of the settings.
type Threshold struct {
	Name     string // of the form field
	Rule     Rule
	Min, Max int
	Of       func(*Settings) *int
}

// Thresholds lists the numbers in the order of the page.
func Thresholds() []Threshold {
	return []Threshold{
		{"early_days", EvidenceEarly, 0, 3650, func(s *Settings) *int { return &s.EarlyDays }},
		{"late_days", EvidenceLate, 0, 3650, func(s *Settings) *int { return &s.LateDays }},
		{"file_problems", SameFile, 2, 100, func(s *Settings) *int { return &s.FileProblems }},
		{"picture_bits", SamePicture, 0, 24, func(s *Settings) *int { return &s.PictureBits }},
		{"similar_chars", SimilarText, 12, 1000, func(s *Settings) *int { return &s.SimilarChars }},
		{"similar_across", SimilarText, 60, 100, func(s *Settings) *int { return &s.SimilarAcross }},
		{"similar_inside", SimilarText, 60, 100, func(s *Settings) *int { return &s.SimilarInside }},
		{"similar_problems", SimilarText, 2, 100, func(s *Settings) *int { return &s.SimilarProblems }},
		{"idle_days", RegulationIdle, 1, 3650, func(s *Settings) *int { return &s.IdleDays }},
		{"wave_days", LastDayWave, 1, 60, func(s *Settings) *int { return &s.WaveDays }},
		{"wave_share", LastDayWave, 1, 100, func(s *Settings) *int { return &s.WaveShare }},
		{"wave_count", LastDayWave, 2, 10000, func(s *Settings) *int { return &s.WaveCount }},
		{"quick_minutes", QuickSignOff, 1, 1440, func(s *Settings) *int { return &s.QuickMinutes }},
		{"sum_tolerance", SumsDiffer, 0, 50, func(s *Settings) *int { return &s.SumTolerance }},
		{"extensions", ExtensionChain, 2, 20, func(s *Settings) *int { return &s.Extensions }},
		{"extension_days", ExtensionChain, 1, 3650, func(s *Settings) *int { return &s.ExtensionDays }},
		{"recurring_percent", Recurring, 30, 100, func(s *Settings) *int { return &s.RecurringPercent }},
		{"file_days", FileDates, 0, 3650, func(s *Settings) *int { return &s.FileDays }},
		{"photo_days", FileDates, 0, 3650, func(s *Settings) *int { return &s.PhotoDays }},
	}
}

// Check notes each number that lies outside its bounds, and unknown rules.
func (s Settings) Check(c *fault.Checks) {
	for _, t := range Thresholds() {
		if n := *t.Of(&s); n < t.Min || n > t.Max {
			c.Add(t.Name, "signal.threshold.bounds", t.Min, t.Max)
		}
	}
	for _, r := range s.Off {
		if !slices.Contains(Rules(), r) {
			c.Add("on", "field.unknown-value", string(r))
		}
	}
	for _, p := range s.Placeholders {
		if len([]rune(p)) < 2 {
			c.Add("placeholders", "signal.placeholder.short", p)
		}
	}
	c.Max("placeholders", strings.Join(s.Placeholders, "\n"), fault.ShortText)
}

// SettingsVersion is the settings of a round from a time on.
type SettingsVersion struct {
	ID       string
	RoundID  string
	Number   int // 1 for the first change; 0 stands for the defaults
	Settings Settings
	By       string
	Name     string
	At       time.Time
}
