package main

import (
	"fmt"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

// Pod Security admission as clusters of each version have it.
type judges struct {
	checks  []policy.Check
	ofMinor map[int]policy.Evaluator
}

func newJudges() *judges {
	return &judges{checks: namedChecks(), ofMinor: map[int]policy.Evaluator{}}
}

// The checks, each giving its id as the reason.
func namedChecks() []policy.Check {
	checks := policy.DefaultChecks()
	for _, check := range checks {
		for index := range check.Versions {
			inner := check.Versions[index].CheckPod
			check.Versions[index].CheckPod = func(metadata *metav1.ObjectMeta, spec *corev1.PodSpec) policy.CheckResult {
				result := inner(metadata, spec)
				result.ForbiddenReason = string(check.ID)
				return result
			}
		}
	}
	return checks
}

func (j *judges) of(minor int) policy.Evaluator {
	if known, ok := j.ofMinor[minor]; ok {
		return known
	}
	var version *api.Version
	if minor > 0 {
		emulated := api.MajorMinorVersion(1, minor)
		version = &emulated
	}
	made, err := policy.NewEvaluator(j.checks, version)
	if err != nil {
		panic(err)
	}
	j.ofMinor[minor] = made
	return made
}

func (j *judges) answer(asked question) (given answer) {
	defer func() {
		if fault := recover(); fault != nil {
			given.Refused = fmt.Sprint("the library fails: ", fault)
		}
	}()
	labels := asked.Labels
	if labels == nil {
		labels = map[string]string{api.EnforceLevelLabel: asked.Level, api.EnforceVersionLabel: asked.Version}
	}
	open := api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()}
	levels, bad := api.PolicyToEvaluate(labels, api.Policy{Enforce: open, Audit: open, Warn: open})
	if len(bad) > 0 {
		given.BadLabels = bad.ToAggregate().Error()
	}
	pod, refused := admittedPod(asked.Text)
	if refused != nil {
		given.Refused = refused.Error()
	}
	if pod == nil {
		return given
	}
	evaluator := j.of(asked.Cluster)
	given.Enforced = failed(evaluator, levels.Enforce, pod)
	if asked.Labels != nil {
		given.Warned = failed(evaluator, levels.Warn, pod)
		given.Audited = failed(evaluator, levels.Audit, pod)
	}
	return given
}

func failed(evaluator policy.Evaluator, level api.LevelVersion, pod *corev1.Pod) []string {
	ids := []string{}
	for _, result := range evaluator.EvaluatePod(level, &pod.ObjectMeta, &pod.Spec) {
		if !result.Allowed {
			ids = append(ids, result.ForbiddenReason)
		}
	}
	return ids
}
