// Package example reads the fictional city under examples/city: one round of
// inspections, four inspected organisations and everything that they recorded.
// Load checks that the records fit together, so that whoever loads them into a
// database finds every person, department, problem and file that is named.
package example

import "bihuan/internal/domain/workday"

// City is the whole example: the city's own people and its organisations.
type City struct {
	Today            workday.Date    `yaml:"today"` // the day that the example tells of
	Province         string          `yaml:"province"`
	Name             string          `yaml:"name"`
	Committee        string          `yaml:"committee"` // 中共青禾市委
	Deadlines        string          `yaml:"deadlines"` // profile; only "defaults"
	InspectionOffice Office          `yaml:"inspectionOffice"`
	LeadingGroup     InspectionGroup `yaml:"leadingGroup"`
	ReviewingBodies  []ReviewingBody `yaml:"reviewingBodies"`
	Round            Round           `yaml:"round"`
	Teams            []Team          `yaml:"teams"`
	Inspections      []Inspection    `yaml:"inspections"`
	Administrators   []Administrator `yaml:"administrators"`

	// Organisations are read from the folders, in the order of Inspections.
	Organisations []*Organisation `yaml:"-"`
}

// Office is the inspection office.
type Office struct {
	Key          string       `yaml:"key"`
	Name         string       `yaml:"name"`
	Short        string       `yaml:"short"`
	NumberPrefix string       `yaml:"numberPrefix"` // 青巡办
	Address      string       `yaml:"address"`
	Phone        string       `yaml:"phone"`
	People       []CityPerson `yaml:"people"`
}

// CityPerson is somebody of the city's own bodies.
type CityPerson struct {
	Key   string `yaml:"key"`
	Name  string `yaml:"name"`
	Title string `yaml:"title"`
	Role  string `yaml:"role,omitempty"` // in the group or team: 组长
}

// InspectionGroup is the city's inspection leading group.
type InspectionGroup struct {
	Name    string       `yaml:"name"`
	Members []CityPerson `yaml:"members"`
}

// ReviewingBody takes part in the joint review of plans and reports.
type ReviewingBody struct {
	Key    string     `yaml:"key"`
	Name   string     `yaml:"name"`
	Short  string     `yaml:"short"`
	Person CityPerson `yaml:"person"`
}

// Round is the round of inspections.
type Round struct {
	Key    string       `yaml:"key"`
	Name   string       `yaml:"name"`
	Year   int          `yaml:"year"`
	Number int          `yaml:"number"`
	From   workday.Date `yaml:"from"`
	Until  workday.Date `yaml:"until"`
	// Reviewers are the reviewing bodies whose consent a plan needs beside
	// that of the inspection office and the team.
	Reviewers []string `yaml:"reviewers"`
	Grades    bool     `yaml:"grades,omitempty"` // they grade problem by problem
	// Library is the rules that every organisation has to study.
	Library []Rule `yaml:"library,omitempty"`
}

// Rule is one rule of the library of a round.
type Rule struct {
	Title    string `yaml:"title"` // without 《》
	Issuer   string `yaml:"issuer"`
	Year     int    `yaml:"year"`
	Required bool   `yaml:"required,omitempty"`
}

// Team is an inspection team of the round.
type Team struct {
	Key     string       `yaml:"key"`
	Name    string       `yaml:"name"`
	Number  int          `yaml:"number"`
	Members []CityPerson `yaml:"members"`
}

// Stage says how far an inspection has come on the example's day.
type Stage string

// The stages, one organisation each.
const (
	FedBack   Stage = "fed-back"  // just fed back
	Planning  Stage = "planning"  // the plan is being written
	Carrying  Stage = "carrying"  // in the middle
	Reporting Stage = "reporting" // the two reports are due
)

// Inspection is one organisation under inspection; its folder bears its key.
type Inspection struct {
	Organisation string       `yaml:"organisation"`
	Team         string       `yaml:"team"`
	Title        string       `yaml:"title"`
	Entered      workday.Date `yaml:"entered"` // the team moved in
	Left         workday.Date `yaml:"left"`
	Stage        Stage        `yaml:"stage"`
}

// Administrator is one of the three administrators, who are three people. As
// for everybody with an account, the person's key is the login name.
type Administrator struct {
	Role   string     `yaml:"role"`
	Person CityPerson `yaml:"person"`
}

// Grant is one role of a person's account, with the department or team to which
// it is bound. From is the day on which it begins; Until its last day.
type Grant struct {
	Role       string       `yaml:"role"`
	Department string       `yaml:"department,omitempty"`
	Team       string       `yaml:"team,omitempty"`
	From       workday.Date `yaml:"from,omitempty"`
	Until      workday.Date `yaml:"until,omitempty"`
}
