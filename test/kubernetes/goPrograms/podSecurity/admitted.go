package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	jsonserializer "k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/apps"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	"k8s.io/kubernetes/pkg/apis/batch"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	"k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/extensions/install"
	"k8s.io/kubernetes/pkg/capabilities"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/pod-security-admission/admission"
)

var (
	scheme     = legacyscheme.Scheme
	serializer = jsonserializer.NewSerializerWithOptions(
		jsonserializer.DefaultMetaFactory, scheme, scheme, jsonserializer.SerializerOptions{})
	podSpecs admission.DefaultPodSpecExtractor
	creation = genericapirequest.WithRequestInfo(
		genericapirequest.WithNamespace(genericapirequest.NewContext(), "shop"),
		&genericapirequest.RequestInfo{APIVersion: "v1"})
)

// What the API server does to an object that is new.
type strategy interface {
	PrepareForCreate(ctx context.Context, object runtime.Object)
	Validate(ctx context.Context, object runtime.Object) field.ErrorList
}

func init() {
	// As every cluster's API server is started: --allow-privileged.
	capabilities.Setup(true, 0)
}

// The pod of a manifest, or the one that its workload makes, as admission is shown it, and why the API server takes no such object.
func admittedPod(text string) (*corev1.Pod, error) {
	object, err := decoded(text)
	if err != nil {
		return nil, err
	}
	kind := object.GetObjectKind().GroupVersionKind()
	internal, err := scheme.ConvertToVersion(object, schema.GroupVersion{Group: kind.Group, Version: runtime.APIVersionInternal})
	if err != nil {
		return nil, err
	}
	if named, ok := internal.(metav1.ObjectMetaAccessor); ok {
		named.GetObjectMeta().SetNamespace("shop")
		named.GetObjectMeta().SetUID("0d5c2a4e-6a5f-4f0c-9a53-1d1f5c7f1d55")
	}
	creating, err := strategyOf(internal)
	if err != nil {
		return nil, err
	}
	creating.PrepareForCreate(creation, internal)
	refused := creating.Validate(creation, internal).ToAggregate()
	stored, err := scheme.ConvertToVersion(internal, kind.GroupVersion())
	if err != nil {
		return nil, err
	}
	made, err := podOf(stored)
	if err != nil {
		return nil, err
	}
	return made, errors.Join(refused)
}

// The object of a manifest, with the API's defaults.
func decoded(text string) (runtime.Object, error) {
	var raw runtime.RawExtension
	if err := utilyaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096).Decode(&raw); err != nil {
		return nil, err
	}
	object, _, err := serializer.Decode(raw.Raw, nil, nil)
	if err != nil {
		return nil, err
	}
	scheme.Default(object)
	return object, nil
}

// A controller makes its pods of the template; they get what defaults pods have beyond those of templates.
func podOf(object runtime.Object) (*corev1.Pod, error) {
	metadata, spec, err := podSpecs.ExtractPodSpec(object)
	if err != nil {
		return nil, err
	}
	if spec == nil {
		return nil, errors.New("there is no pod")
	}
	made := &corev1.Pod{ObjectMeta: *metadata, Spec: *spec}
	scheme.Default(made)
	return made, nil
}

func strategyOf(object runtime.Object) (strategy, error) {
	switch object.(type) {
	case *core.Pod:
		return pod.Strategy, nil
	case *core.PodTemplate:
		return podtemplate.Strategy, nil
	case *core.ReplicationController:
		return replicationcontroller.Strategy, nil
	case *apps.Deployment:
		return deployment.Strategy, nil
	case *apps.ReplicaSet:
		return replicaset.Strategy, nil
	case *apps.StatefulSet:
		return statefulset.Strategy, nil
	case *apps.DaemonSet:
		return daemonset.Strategy, nil
	case *batch.Job:
		return job.Strategy, nil
	case *batch.CronJob:
		return cronjob.Strategy, nil
	default:
		return nil, fmt.Errorf("a %T makes no pods", object)
	}
}
