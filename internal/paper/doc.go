// Package paper knows which papers exist and composes them: facts become a
// gongwen.Document in which every sentence carries the records that it rests
// on. Words stand in a paper only where a fact carries them; where there is no
// record, the place is marked and listed, never filled.
package paper
