# make test    everything that can fail, with its own set-up (see scripts/test)
# make quick   unit and SQLite tests only, no set-up
# make build   the program for this machine

.PHONY: test quick build

test:
	scripts/test

quick:
	go vet ./... && go test ./...

build:
	CGO_ENABLED=0 go build -trimpath -o bihuan ./cmd/bihuan
