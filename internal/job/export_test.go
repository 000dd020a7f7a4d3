package job

import "context"

// Renew renews the lease of the first attempt at a job, as the ticker does.
func (q *Queue) Renew(ctx context.Context, id string) error {
	return lease{id: id, attempt: 1}.renew(ctx, q.db, leaseTime)
}
