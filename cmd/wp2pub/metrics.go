package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
)

// lasting are metrics of when something was last so. A run of which it is not takes them over from the file of the run before.
var lasting = []struct {
	name, help string
	codes      []int
}{
	{"wp2pub_last_success_timestamp_seconds", "When a run last ended with exit code 0.", []int{exitDone}},
	{"wp2pub_last_sync_timestamp_seconds", "When a run last brought the records up to date: it ended with exit code 0 or 3.", []int{exitDone, exitFindings}},
}

// measure writes the metrics of a run that has ended, if they are asked for. One that found the output locked leaves the file
// to the run that works on it: it has nothing to say of the records, and would write over what that one says.
func (j *job) measure(failure error, begun time.Time) error {
	var locked *output.LockedError
	if j.options.metrics == "" || errors.As(failure, &locked) {
		return nil
	}
	var stopped signalError
	errors.As(failure, &stopped)
	return writeMetrics(j.options.metrics, j.options.out, j.result, exitCode(failure, stopped.Signal), j.retried, begun, time.Now())
}

// metrics are what a scheduled run says of itself to a monitoring system, in the text format of Prometheus.
type metrics struct {
	registry *prometheus.Registry
	output   string // which output it is about: the label of all of them
	site     string
}

// writeMetrics writes how a run went to a file, whole or not at all. Result is nil where the run came to no report.
func writeMetrics(file, out string, result *report.Report, code, retried int, begun, ended time.Time) error {
	m := &metrics{registry: prometheus.NewRegistry(), output: out}
	m.gauge("wp2pub_run_timestamp_seconds", "When the last run ended.", seconds(ended))
	m.gauge("wp2pub_run_duration_seconds", "How long the last run took.", ended.Sub(begun).Seconds())
	m.gauge("wp2pub_run_exit_code", "The exit code of the last run; 0: done.", float64(code))
	m.gauge("wp2pub_run_retries", "How often the last run began anew, for the source could not be read.", float64(retried))
	before := readMetrics(file)
	for _, last := range lasting {
		when, known := before[last.name]
		if slices.Contains(last.codes, code) {
			when, known = seconds(ended), true
		}
		if known {
			m.gauge(last.name, last.help, when)
		}
	}
	if result != nil {
		m.site = result.Site
		m.counts(result)
	}
	text, err := m.text()
	if err == nil {
		err = output.WriteFile(file, text)
	}
	if err != nil {
		return fmt.Errorf("the metrics cannot be written to %s: %w", file, withoutPath(err))
	}
	return nil
}

// text is the metrics as the file has them.
func (m *metrics) text() ([]byte, error) {
	families, err := m.registry.Gather()
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	for _, family := range families {
		if _, err := expfmt.MetricFamilyToText(&text, family); err != nil {
			return nil, err
		}
	}
	return text.Bytes(), nil
}

func seconds(t time.Time) float64 { return float64(t.UnixMilli()) / 1000 }

// counts says what became of rows and records.
func (m *metrics) counts(r *report.Report) {
	records := m.vector("wp2pub_records", "Records of the last run by what was done to them.", "action")
	for action, n := range r.Records.ByAction() {
		records(action, n)
	}
	rows := m.vector("wp2pub_rows", "Rows of the posts table by what became of them.", "disposition")
	for _, d := range report.Dispositions() {
		rows(string(d), r.Bucket(d))
	}
	losses := m.vector("wp2pub_losses", "What records lost, by code.", "code")
	for _, c := range r.Losses() {
		losses(string(c.Code), c.Count)
	}
	findings := m.vector("wp2pub_findings", "What is doubtful in records, by code.", "code")
	for _, c := range r.Findings() {
		findings(string(c.Code), c.Count)
	}
}

func (m *metrics) gauge(name, help string, value float64) {
	g := prometheus.NewGauge(prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: prometheus.Labels{"output": m.output}})
	g.Set(value)
	m.registry.MustRegister(g)
}

// vector makes a metric with one more label, and returns what sets its values.
func (m *metrics) vector(name, help, label string) func(value string, n int) {
	v := prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: prometheus.Labels{"output": m.output, "site": m.site}}, []string{label})
	m.registry.MustRegister(v)
	return func(value string, n int) { v.WithLabelValues(value).Set(float64(n)) }
}

// readMetrics are the metrics of a file that have one value. What cannot be read says nothing.
func readMetrics(file string) map[string]float64 {
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(f)
	if err != nil {
		return nil
	}
	values := map[string]float64{}
	for name, family := range families {
		if len(family.Metric) == 1 {
			values[name] = family.Metric[0].GetGauge().GetValue()
		}
	}
	return values
}
