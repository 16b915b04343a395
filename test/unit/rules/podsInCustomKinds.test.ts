import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { customWorkloadKinds } from '../../../server/manifests/kinds/customWorkloadKinds';
import type { PodPath } from '../../../server/manifests/kinds/podPath';
import type { PodPlace } from '../../../server/manifests/kinds/workloadKinds';
import { assertMarked, findingsIn, fixed } from './markedManifest';

const privileged = { image: 'registry.example.com/app:1.4.2', securityContext: { privileged: true } };

/** What leads through a path to a value. */
function along(path: PodPath, value: unknown): unknown {
  return path.reduceRight<unknown>(
    (below, step) => (step === '[*]' ? [below] : { [step === '*' ? 'any' : step]: below }),
    value,
  );
}

/** What stands at a place: a pod with one privileged container, wherever that is. */
function podsAt({ path, holds, containers = [] }: PodPlace): unknown[] {
  const spec = { containers: [privileged] };
  if (holds === 'pod spec') {
    return [spec, ...containers.map((below) => along(below, privileged))].map((value) => along(path, value));
  }
  return [{ spec }, spec, [privileged], privileged].map((value) => along(path, value));
}

function privilegedIn(object: unknown): number {
  return findingsIn(stringify(object)).filter(({ finding }) => finding.rule.id === 'privileged-container').length;
}

describe('the pods of custom resources', () => {
  for (const { group, kind, pods, objects = [] } of customWorkloadKinds) {
    it(`are found in ${kind} of ${group || 'the core group'}`, () => {
      const head = { apiVersion: group === '' ? 'v1' : `${group}/v1`, kind };
      const inPods = pods.flatMap(podsAt);
      const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [privileged] } };
      const inside = [...inPods, ...objects.map((path) => along(path, pod))];
      assert.ok(inside.length > 0);
      for (const value of inside) {
        const object = Object.assign({}, value, head);
        assert.equal(privilegedIn(object), 1, stringify(object));
        assert.equal(privilegedIn({ ...object, apiVersion: 'other.example.com/v1' }), 0);
      }
    });
  }

  it('of a workflow are judged in each template, with what holds for all', () => {
    assertMarked(`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: build-}
spec:
  entrypoint: build
  hostNetwork: true # ← host-network
  volumes:
    - name: socket
      hostPath: {path: /var/run/docker.sock} # ← host-path-volume
  podSpecPatch: '{"hostPID": true}'
  templates:
    - name: build
      container:
        image: registry.example.com/builder:1.4.2
        securityContext: {privileged: true} # ← privileged-container
      sidecars:
        - name: dind
          image: registry.example.com/dind:1.4.2
          securityContext: {privileged: true} # ← privileged-container
      initContainers:
        - name: setup
          image: registry.example.com/setup:1.4.2
          securityContext: {capabilities: {add: [SYS_ADMIN]}} # ← added-capability
    - name: report
      script:
        image: "{{inputs.parameters.image}}"
        source: echo
    - name: all
      containerSet:
        containers:
          - name: one
            image: registry.example.com/one:1.4.2
            securityContext: {procMount: Unmasked} # ← proc-mount
`);
  });

  it('of a pipeline are judged in its steps and sidecars, wherever its tasks stand', () => {
    assertMarked(`apiVersion: tekton.dev/v1
kind: PipelineRun
metadata: {generateName: build-}
spec:
  taskRunTemplate:
    podTemplate:
      hostNetwork: true # ← host-network
  pipelineSpec:
    tasks:
      - name: build
        taskSpec:
          stepTemplate:
            securityContext: {privileged: true} # ← privileged-container
          steps:
            - image: $(params.image)
              script: make
    finally:
      - name: clean
        taskSpec:
          volumes:
            - name: host
              hostPath: {path: /srv} # ← host-path-volume
          steps: []
          sidecars:
            - name: server
              image: registry.example.com/server:1.4.2
              ports:
                - hostPort: 80 # ← host-port
                  containerPort: 80
`);
  });

  it('of an operator with fields of its own are judged by what those mean', () => {
    assertMarked(`apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: {name: logs}
spec:
  securityContext:
    privileged: true # ← privileged-container
  podSecurityContext:
    sysctls:
      - name: kernel.msgmax # ← unsafe-sysctl
        value: "1"
  args: {feature-gates: a}
---
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: events}
spec:
  entityOperator:
    template:
      pod:
        securityContext:
          seccompProfile: {type: Unconfined} # ← seccomp-unconfined
      userOperatorContainer:
        securityContext: {privileged: true} # ← privileged-container
`);
  });

  it('are judged in whole objects that a template or a composition holds', () => {
    assertMarked(`apiVersion: template.openshift.io/v1
kind: Template
metadata: {name: shop}
objects:
  - apiVersion: apps/v1
    kind: Deployment
    metadata: {name: "\${NAME}"}
    spec:
      replicas: \${{REPLICAS}}
      selector: {matchLabels: {app: "\${NAME}"}}
      template:
        metadata: {labels: {app: "\${NAME}"}}
        spec:
          hostPID: true # ← host-pid
          containers:
            - name: web
              image: "\${IMAGE}"
---
apiVersion: kubernetes.crossplane.io/v1alpha2
kind: Object
metadata: {name: web}
spec:
  forProvider:
    manifest:
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostIPC: true # ← host-ipc
        containers: [{name: web, image: registry.example.com/web:1.4.2}]
`);
  });

  const absences = (apiVersion: string, kind: string, path: string) => {
    const pod = { spec: { containers: [{ name: 'a', image: 'registry.example.com/a:1.4.2' }] } };
    const object = Object.assign({ apiVersion, kind, metadata: { name: 'a' } }, along(path.split('.'), pod));
    const found = findingsIn(stringify(object), { profile: 'recommended' });
    return new Set(found.map(({ finding }) => finding.rule.id));
  };

  it('lack nothing where an operator may write it', () => {
    const prometheus = absences('monitoring.coreos.com/v1', 'Prometheus', 'spec');
    const ray = absences('ray.io/v1', 'RayCluster', 'spec.headGroupSpec.template');
    assert.deepEqual([...prometheus, ...ray], []);
  });

  it('are asked for probes only where it is known what they run for', () => {
    const cloned = absences('apps.kruise.io/v1alpha1', 'CloneSet', 'spec.template');
    assert.ok(cloned.has('run-as-non-root') && cloned.has('liveness-probe'));
    const scaled = absences('keda.sh/v1alpha1', 'ScaledJob', 'spec.jobTargetRef.template');
    assert.ok(scaled.has('run-as-non-root') && !scaled.has('liveness-probe'));
  });

  it('are mended where they stand', () => {
    const manifest = `apiVersion: elasticsearch.k8s.elastic.co/v1
kind: Elasticsearch
metadata: {name: search}
spec:
  nodeSets:
    - name: default
      podTemplate:
        spec:
          initContainers:
            - name: sysctl
              securityContext:
                privileged: true
                runAsUser: 0
`;
    assert.equal(fixed(manifest), manifest.replace('privileged: true', 'privileged: false'));
  });
});
