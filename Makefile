# make test    everything that can fail, with its own set-up (see scripts/test)
# make quick   unit and SQLite tests only, no set-up
# make build   the program for this machine
# make score   what of the corpus of papers and ledgers is read right, per file
# make signals the planted set of signals: found, missed, false
# make layout  papers as LibreOffice prints them, measured against GB/T 9704-2012
# make bench   lists, details, the overview and writes beside raw SQL on the same data

.PHONY: test quick build bench score signals layout

BENCH_PROBLEMS ?= 1000,10000,100000

test:
	scripts/test

quick:
	go vet ./... && go test ./...

build:
	CGO_ENABLED=0 go build -trimpath -o bihuan ./cmd/bihuan

bench:
	go run ./internal/bench -problems $(BENCH_PROBLEMS)
	go run ./internal/bench -signals 100000
	go run ./internal/bench -papers 500

score:
	go run ./internal/read/score

signals:
	go test -count=1 -run Planted -v ./internal/signal

layout:
	go test -count=1 -run 'TestLayout|TestNothingStandsAlone' -v ./internal/gongwen
