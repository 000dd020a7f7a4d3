package ui

// PagerProps says which part of a list is shown. Pages are counted from 1.
type PagerProps struct {
	At    Address
	Page  int
	Size  int // entries on a page
	Total int // entries in the whole list, as filtered
}

func (p PagerProps) pages() int {
	if p.Size <= 0 {
		return 1
	}
	return max(1, (p.Total+p.Size-1)/p.Size)
}

func (p PagerProps) first() int {
	if p.Total == 0 {
		return 0
	}
	return (p.Page-1)*p.Size + 1
}

func (p PagerProps) last() int { return min(p.Page*p.Size, p.Total) }

// numbers lists the pages to offer: the ends and the neighbours. 0 stands for a gap.
func (p PagerProps) numbers() []int {
	var out []int
	last := 0
	for n := 1; n <= p.pages(); n++ {
		if n != 1 && n != p.pages() && (n < p.Page-2 || n > p.Page+2) {
			continue
		}
		switch {
		case n == last+2:
			out = append(out, n-1) // a gap of one page is that page
		case n > last+2:
			out = append(out, 0)
		}
		out = append(out, n)
		last = n
	}
	return out
}
