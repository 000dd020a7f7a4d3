// Command bihuan-verify checks an exported audit log of bihuan against signed
// checkpoints that were kept elsewhere. It shares no code with the product and
// uses the standard library alone, so that it can be read in one sitting and
// built by anyone who wants to rely on it.
//
//	bihuan-verify -key audit.pub -log audit.jsonl checkpoint…
//
// The log holds one record a line (bihuan audit export); the records are the
// leaves of an RFC 6962 tree, whose root a checkpoint signs with Ed25519. The
// exit code is 0 when the log is what was signed, 1 when it is not, and 2 when
// the files could not be read or the call is wrong.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

const (
	exitIntact   = 0
	exitTampered = 1
	exitUnable   = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, errOut io.Writer) int {
	flags := flag.NewFlagSet("bihuan-verify", flag.ContinueOnError)
	flags.SetOutput(errOut)
	keyFile := flags.String("key", "audit.pub", "日志公钥文件 (public key of the log)")
	logFile := flags.String("log", "audit.jsonl", "导出的日志，每行一条记录 (exported log, a record a line)")
	flags.Usage = func() {
		fmt.Fprintln(errOut, "用法 usage: bihuan-verify -key audit.pub -log audit.jsonl 检查点文件(checkpoint)…")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return exitUnable
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(errOut, "缺少检查点文件：没有检查点，日志尾部被截断是看不出来的。")
		fmt.Fprintln(errOut, "no checkpoint given: without one a cut-off tail cannot be seen.")
		return exitUnable
	}
	res, err := verifyFiles(*keyFile, *logFile, flags.Args())
	return report(res, err, out, errOut)
}

// report says the result in words and chooses the exit code.
func report(res result, err error, out, errOut io.Writer) int {
	var bad *tampered
	switch {
	case errors.As(err, &bad):
		fmt.Fprintf(out, "不一致：%s\nNOT INTACT: %s\n", bad.chinese, bad.english)
		return exitTampered
	case err != nil:
		fmt.Fprintf(errOut, "无法核验 (cannot verify): %v\n", err)
		return exitUnable
	}
	fmt.Fprintf(out, "完好：第1至%d条记录与检查点一致（核对检查点%d个）。\n", res.covered, res.checkpoints)
	fmt.Fprintf(out, "INTACT: records 1 to %d are what was signed (%d checkpoints).\n", res.covered, res.checkpoints)
	if beyond := res.records - res.covered; beyond > 0 {
		fmt.Fprintf(out, "其后%d条记录晚于检查点，本次未能证明。\n", beyond)
		fmt.Fprintf(out, "%d further records are newer than any checkpoint given: not proven.\n", beyond)
	}
	return exitIntact
}

// verifyFiles reads the files and checks the log. A log that is not what was
// signed is a *tampered; any other error hindered the check.
func verifyFiles(keyFile, logFile string, checkpointFiles []string) (result, error) {
	keyText, err := os.ReadFile(keyFile)
	if err != nil {
		return result{}, err
	}
	k, err := parseKey(string(keyText))
	if err != nil {
		return result{}, fmt.Errorf("%s: %w", keyFile, err)
	}
	var points []checkpoint
	for _, name := range checkpointFiles {
		text, err := os.ReadFile(name)
		if err != nil {
			return result{}, err
		}
		c, err := openCheckpoint(string(text), k)
		if err != nil {
			return result{}, fmt.Errorf("%s: %w", name, err)
		}
		points = append(points, c)
	}
	log, err := os.Open(logFile)
	if err != nil {
		return result{}, err
	}
	defer log.Close() // read only: nothing can be lost
	return verifyLog(log, points)
}
