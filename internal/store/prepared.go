package store

import (
	"context"
	"database/sql"
	"sync"
)

// prepared keeps statements of one pool ready, so that a query is compiled
// once for each connection and not each time. PostgreSQL's driver does this by
// itself.
type prepared struct {
	pool *sql.DB
	mu   sync.RWMutex
	ours map[string]*sql.Stmt
}

// preparedMost bounds the statements kept: queries with lists of varying
// length must not fill the memory.
const preparedMost = 800

func newPrepared(pool *sql.DB) *prepared { return &prepared{pool: pool, ours: map[string]*sql.Stmt{}} }

// get gives the statement of a query, or nil for one that is not ready.
func (p *prepared) get(query string) *sql.Stmt {
	if p == nil {
		return nil
	}
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.ours[query]
}

// learn makes queries ready for the next time. It needs a connection of its
// own and so must be called after the transaction that used them has ended. A
// query that cannot be prepared goes on being run as text.
func (p *prepared) learn(ctx context.Context, queries map[string]*sql.Stmt) {
	for q := range queries {
		stmt, err := p.pool.PrepareContext(ctx, q)
		if err != nil {
			return
		}
		if !p.keep(q, stmt) {
			_ = stmt.Close() // somebody else was faster, or there are enough
		}
	}
}

func (p *prepared) keep(query string, stmt *sql.Stmt) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.ours[query]; ok || len(p.ours) >= preparedMost {
		return false
	}
	p.ours[query] = stmt
	return true
}

// full reports whether nothing more is learnt.
func (p *prepared) full() bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return len(p.ours) >= preparedMost
}

// ready gives the prepared statement of a query for this transaction, or nil;
// one that is missing is noted to be learnt.
func (tx *Tx) ready(query string) *sql.Stmt {
	if tx.prepared == nil {
		return nil
	}
	if stmt := tx.prepared.get(query); stmt != nil {
		return tx.tx.StmtContext(tx.ctx, stmt)
	}
	if tx.missing == nil {
		return nil
	}
	return tx.again(query)
}

// again makes a query ready within this transaction the second time it is
// asked: a long one, such as a load of records, asks the same thousands of
// times before anything can be learnt. The statement ends with the transaction.
func (tx *Tx) again(query string) *sql.Stmt {
	stmt, seen := tx.missing[query]
	if !seen {
		tx.missing[query] = nil
		return nil
	}
	if stmt == nil {
		var err error
		if stmt, err = tx.tx.PrepareContext(tx.ctx, query); err != nil {
			return nil // running it as text says what is wrong
		}
		tx.missing[query] = stmt
	}
	return stmt
}
