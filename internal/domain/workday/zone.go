package workday

import "time"

// Zone is the product's time zone: UTC+8 without summer time. It is built
// in, so that a server without zone files counts days the same way.
var Zone = time.FixedZone("Asia/Shanghai", 8*60*60)
