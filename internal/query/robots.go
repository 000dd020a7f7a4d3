package query

import (
	"bihuan/internal/domain/inspection"
	"bihuan/internal/domain/letter"
	"bihuan/internal/domain/org"
	"bihuan/internal/domain/warning"
	"bihuan/internal/store"
)

// RobotsPage is the robots of an organisation or of a round.
type RobotsPage struct {
	Inside
	Round inspection.Round
	Rows  []RobotRow
}

// RobotRow is one robot with how its last line went out. Its address is not
// shown again.
type RobotRow struct {
	warning.Robot
	Last warning.Sending
}

// Robots lists the robots of the organisation of an inspection.
func Robots(v *View, inspectionID string) (RobotsPage, error) {
	i, _, err := v.Inspection(inspectionID, org.RobotEdit)
	if err != nil {
		return RobotsPage{}, err
	}
	out := RobotsPage{Inside: Inside{i.ID}}
	out.Rows, err = v.robots("WHERE org_id = ? AND round_id = '' ORDER BY name, id", i.OrgID)
	return out, err
}

// RoundRobots lists the robots of a round.
func RoundRobots(v *View, id string) (RobotsPage, error) {
	if err := v.Need(org.SeeRound, v.anyTeam()); err != nil {
		return RobotsPage{}, err
	}
	r, err := store.Rounds.Get(v.Tx, id)
	if err != nil {
		return RobotsPage{}, err
	}
	if err := v.Need(org.RobotEdit, org.Target{Kind: store.Rounds.Name(), ID: id, OrgID: r.OfficeID}); err != nil {
		return RobotsPage{}, err
	}
	out := RobotsPage{Round: r}
	out.Rows, err = v.robots("WHERE round_id = ? ORDER BY name, id", id)
	return out, err
}

func (v *View) robots(rest string, args ...any) ([]RobotRow, error) {
	list, err := store.Robots.List(v.Tx, rest, args...)
	var out []RobotRow
	for _, r := range list {
		row := RobotRow{Robot: r}
		last, err := store.Sendings.List(v.Tx, "WHERE kind = ? AND to_id = ? ORDER BY on_day DESC LIMIT 1", warning.SendRobot, r.ID)
		if err != nil {
			return nil, err
		}
		if len(last) > 0 {
			row.Last = last[0]
		}
		out = append(out, row)
	}
	return out, err
}

// RobotLine is what a robot is to write today: counts only.
type RobotLine struct {
	warning.Robot
	Place   string // organisation or round
	Counts  Counts
	Letters LetterCounts
}

// RobotLines gives what goes to each robot that is on and got nothing today.
// It is for the server itself.
func RobotLines(v *View, _ struct{}) ([]RobotLine, error) {
	if err := v.Need(org.SignalCompute, org.Target{}); err != nil {
		return nil, err
	}
	list, err := store.Robots.List(v.Tx, `WHERE stopped = 0 AND NOT EXISTS (SELECT 1 FROM sending s WHERE s.id = ? || robot.id || ?
		AND (s.state <> ? OR s.attempts >= ?)) ORDER BY id`, warning.SendRobot+"/", "/"+string(v.Today), warning.SendFailed, warning.MostAttempts)
	if err != nil {
		return nil, err
	}
	var out []RobotLine
	for _, r := range list {
		line, err := v.robotLine(r)
		if err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	return out, nil
}

// robotLine counts as the pages do: CountProblems and the state of the letters.
func (v *View) robotLine(r warning.Robot) (RobotLine, error) {
	out := RobotLine{Robot: r}
	rest, id := "WHERE org_id = ? ORDER BY id", r.OrgID
	if r.RoundID != "" {
		rest, id = "WHERE round_id = ? ORDER BY id", r.RoundID
		round, err := v.round(r.RoundID)
		if err != nil {
			return out, err
		}
		out.Place = round.Name
	} else {
		o, err := store.Organisations.Get(v.Tx, r.OrgID)
		if err != nil {
			return out, err
		}
		out.Place = o.ShortName
	}
	all, err := store.Inspections.List(v.Tx, rest, id)
	if err != nil {
		return out, err
	}
	for _, i := range all {
		c, err := v.CountProblems(i.ID)
		if err != nil {
			return out, err
		}
		out.Counts = out.Counts.Plus(c)
	}
	err = v.Tx.QueryRow(`SELECT COALESCE(SUM(CASE WHEN state IN (?, ?) THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN state IN (?, ?) AND due_on < ? THEN 1 ELSE 0 END), 0)
		FROM letter WHERE department_id = '' AND inspection_id IN (SELECT id FROM inspection `+map[bool]string{true: "WHERE round_id = ?", false: "WHERE org_id = ?"}[r.RoundID != ""]+`)`,
		letter.Issued, letter.Received, letter.Issued, letter.Received, v.Today, id).Scan(&out.Letters.Open, &out.Letters.Late)
	return out, err
}
