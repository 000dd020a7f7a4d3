package main

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// longestLine bounds a record, so that no file can fill the memory.
const longestLine = 64 << 20

// result is what was proven.
type result struct {
	records     int64 // in the log
	covered     int64 // of them under the newest checkpoint
	checkpoints int
}

// tampered says how the log differs from what was signed.
type tampered struct{ chinese, english string }

func (t *tampered) Error() string { return t.english }

// verifyLog reads the log once and compares its root with every checkpoint.
func verifyLog(log io.Reader, points []checkpoint) (result, error) {
	points = slices.SortedFunc(slices.Values(points), func(a, b checkpoint) int { return cmp.Compare(a.size, b.size) })
	res := result{}
	var grown tree
	in := bufio.NewReader(log)
	for {
		for len(points) > 0 && points[0].size == res.records {
			if grown.root() != points[0].root {
				return res, rewritten(res.covered+1, res.records)
			}
			res.covered, res.checkpoints, points = res.records, res.checkpoints+1, points[1:]
		}
		line, err := readLine(in)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return res, err
		}
		res.records++
		if err := checkNumber(line, res.records); err != nil {
			return res, err
		}
		grown.add(line)
	}
	if len(points) > 0 {
		return res, cutOff(res.records, points[len(points)-1].size)
	}
	return res, nil
}

func rewritten(from, to int64) error {
	return &tampered{
		fmt.Sprintf("第%d至%d条记录中有被修改、替换或增删的，与检查点签名不符。", from, to),
		fmt.Sprintf("among records %d to %d some were edited, replaced, added or deleted.", from, to),
	}
}

func cutOff(have, signed int64) error {
	return &tampered{
		fmt.Sprintf("日志只有%d条记录，而检查点签名时已有%d条：尾部被截断或日志被回退。", have, signed),
		fmt.Sprintf("the log has %d records, but %d had been signed: its tail was cut off, or it was rolled back.", have, signed),
	}
}

// checkNumber tells whether a record bears the number of its line.
func checkNumber(line []byte, number int64) error {
	var record struct {
		Seq int64 `json:"seq"`
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return &tampered{
			fmt.Sprintf("第%d行不是记录。", number),
			fmt.Sprintf("line %d is not a record.", number),
		}
	}
	if record.Seq != number {
		return &tampered{
			fmt.Sprintf("第%d行是第%d号记录：此前有记录被删除、插入或调换。", number, record.Seq),
			fmt.Sprintf("line %d holds record %d: records were deleted, inserted or swapped.", number, record.Seq),
		}
	}
	return nil
}

// readLine reads one line, without its end; io.EOF after the last.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case err == nil:
			return bytes.TrimSuffix(line, []byte("\n")), nil
		case errors.Is(err, io.EOF) && len(line) > 0:
			return nil, &tampered{"最后一行不完整。", "the last line is incomplete."}
		case errors.Is(err, bufio.ErrBufferFull) && len(line) <= longestLine:
		case errors.Is(err, bufio.ErrBufferFull):
			return nil, errors.New("a line is too long for a record")
		default:
			return nil, err
		}
	}
}

// tree holds the roots of the complete subtrees of an RFC 6962 tree, from left
// to right.
type tree []subtree

type subtree struct {
	leaves int64
	hash   [sha256.Size]byte
}

// add appends a leaf: SHA-256 of 0 and the record.
func (t *tree) add(record []byte) {
	last := subtree{1, sha256.Sum256(append([]byte{0}, record...))}
	for n := len(*t); n > 0 && (*t)[n-1].leaves == last.leaves; n = len(*t) {
		last = subtree{2 * last.leaves, node((*t)[n-1].hash, last.hash)}
		*t = (*t)[:n-1]
	}
	*t = append(*t, last)
}

// root joins the subtrees from the right; the root of nothing is SHA-256 of
// nothing.
func (t tree) root() [sha256.Size]byte {
	if len(t) == 0 {
		return sha256.Sum256(nil)
	}
	hash := t[len(t)-1].hash
	for i := len(t) - 2; i >= 0; i-- {
		hash = node(t[i].hash, hash)
	}
	return hash
}

// node joins two subtrees: SHA-256 of 1 and both hashes.
func node(left, right [sha256.Size]byte) [sha256.Size]byte {
	return sha256.Sum256(slices.Concat([]byte{1}, left[:], right[:]))
}
