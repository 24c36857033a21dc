package main

import (
	"errors"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// cronJob is as much of Kubernetes' CronJob (batch/v1) as the recipe uses; any other key is a mistake.
type cronJob struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   struct{ Name string }
	Spec       struct {
		Schedule          string
		ConcurrencyPolicy string `yaml:"concurrencyPolicy"`
		JobTemplate       struct {
			Spec struct {
				BackoffLimit     int `yaml:"backoffLimit"`
				PodFailurePolicy struct {
					Rules []struct {
						Action      string
						OnExitCodes struct {
							Operator string
							Values   []int
						} `yaml:"onExitCodes"`
					}
				} `yaml:"podFailurePolicy"`
				Template struct{ Spec podSpec }
			}
		} `yaml:"jobTemplate"`
	}
}

type podSpec struct {
	RestartPolicy   string `yaml:"restartPolicy"`
	SecurityContext struct {
		RunAsNonRoot bool `yaml:"runAsNonRoot"`
		RunAsUser    int  `yaml:"runAsUser"`
		FSGroup      int  `yaml:"fsGroup"`
	} `yaml:"securityContext"`
	Containers []struct {
		Name, Image string
		Args        []string
		Env         []struct {
			Name      string
			ValueFrom struct {
				SecretKeyRef struct{ Name, Key string } `yaml:"secretKeyRef"`
			} `yaml:"valueFrom"`
		}
		SecurityContext struct {
			AllowPrivilegeEscalation bool `yaml:"allowPrivilegeEscalation"`
			ReadOnlyRootFilesystem   bool `yaml:"readOnlyRootFilesystem"`
			Capabilities             struct{ Drop []string }
		} `yaml:"securityContext"`
		VolumeMounts []struct {
			Name      string
			MountPath string `yaml:"mountPath"`
			ReadOnly  bool   `yaml:"readOnly"`
		} `yaml:"volumeMounts"`
	}
	Volumes []struct {
		Name                  string
		ConfigMap             struct{ Name string } `yaml:"configMap"`
		PersistentVolumeClaim struct {
			ClaimName string `yaml:"claimName"`
		} `yaml:"persistentVolumeClaim"`
	}
}

// volumeClaim is as much of a PersistentVolumeClaim (v1) as the recipe uses.
type volumeClaim struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   struct{ Name string }
	Spec       struct {
		AccessModes []string `yaml:"accessModes"`
		Resources   struct{ Requests struct{ Storage string } }
	}
}

// kubernetes reads the manifests strictly, holds their parts together, and runs what the container runs.
func (r *recipes) kubernetes(t *testing.T) {
	documents := yaml.NewDecoder(strings.NewReader(recipe(t, r.schedulers, "apiVersion: batch/v1\n")))
	documents.KnownFields(true)
	var job cronJob
	var claim volumeClaim
	if err := errors.Join(documents.Decode(&job), documents.Decode(&claim)); err != nil {
		t.Fatal(err)
	}
	if err := documents.Decode(new(any)); !errors.Is(err, io.EOF) {
		t.Error("there is a third document")
	}
	spec := job.Spec.JobTemplate.Spec
	pod := spec.Template.Spec
	if job.Kind != "CronJob" || claim.Kind != "PersistentVolumeClaim" || claim.APIVersion != "v1" || len(strings.Fields(job.Spec.Schedule)) != 5 ||
		job.Spec.ConcurrencyPolicy != "Forbid" || pod.RestartPolicy != "Never" || spec.BackoffLimit == 0 || len(pod.Containers) != 1 {
		t.Fatalf("%+v\n%+v", job, claim)
	}
	container := pod.Containers[0]
	if again := spec.PodFailurePolicy.Rules[0].OnExitCodes.Values; slices.Contains(again, exitFailed) || slices.Contains(again, exitLocked) || !slices.Contains(again, exitGuard) {
		t.Errorf("exit codes that are not tried again: %v", again)
	}
	if secret := container.Env[0]; secret.Name != "WP2PUB_PASSWORD" || secret.ValueFrom.SecretKeyRef.Key == "" {
		t.Errorf("the password does not come from a secret: %+v", secret)
	}
	mounted := map[string]bool{} // folder → whether it can be written to
	for _, mount := range container.VolumeMounts {
		for _, volume := range pod.Volumes {
			if volume.Name == mount.Name {
				mounted[mount.MountPath] = volume.PersistentVolumeClaim.ClaimName == claim.Metadata.Name && !mount.ReadOnly
			}
		}
	}
	if _, there := mounted[path.Dir(mappingShown)]; !there || !mounted[outputShown] {
		t.Errorf("the mapping or the records have no volume: %v", mounted)
	}

	out := filepath.Join(t.TempDir(), "publications")
	var arguments []string
	for _, a := range container.Args {
		arguments = append(arguments, r.here(a, out))
	}
	c := exec.Command(filepath.Join(r.programs, "wp2pub"), arguments...)
	c.Env = []string{"WP2PUB_PASSWORD=" + readersWord, "TMPDIR=/nowhere"} // nothing else can be written to
	c.Dir = "/"
	log, err := c.CombinedOutput()
	if lines, wrong := logLines(string(log)); err != nil || wrong != "" || len(lines) == 0 || lines[len(lines)-1].Msg != "icat.example.org: 129 new (exit 0)" {
		t.Errorf("%v\n%s", err, log)
	}
	migrated(t, out)
}
