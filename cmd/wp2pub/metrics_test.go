package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	"github.com/rogpeppe/go-internal/testscript"
)

// TestMetricsAreNamedAsPrometheusWants holds the metrics against the rules of "promtool check metrics".
func TestMetricsAreNamedAsPrometheusWants(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "run.prom")
	var out, log bytes.Buffer
	arguments := []string{"migrate", icat, "-m", "../../testdata/icat/mapping.yaml", "-o", filepath.Join(folder, "out"), "--metrics", file}
	if code := run(context.Background(), arguments, nil, &out, &log); code != exitDone {
		t.Fatal(log.String())
	}
	text := readText(t, file)
	problems, err := promlint.New(bytes.NewReader([]byte(text))).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("%v %v in\n%s", err, problems, text)
	}
	if values := readMetrics(file); values["wp2pub_run_duration_seconds"] <= 0 || values["wp2pub_run_timestamp_seconds"] <= 0 || len(values) < 5 {
		t.Errorf("read back: %v", values)
	}
}

// lasted BEFORE AFTER METRIC demands that a metric has the same value in two files.
func lasted(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: lasted BEFORE AFTER METRIC")
	}
	before, known := readMetrics(ts.MkAbs(args[0]))[args[2]]
	after, still := readMetrics(ts.MkAbs(args[1]))[args[2]]
	if !known || !still || (before == after) == neg {
		ts.Fatalf("%s: %v before, %v after", args[2], before, after)
	}
}
