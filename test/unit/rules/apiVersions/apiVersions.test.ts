import assert from 'node:assert/strict';
import { clusterApis } from '../../../../server/manifests/versions/apiVersions/clusterApis';
import { workloadApis } from '../../../../server/manifests/versions/apiVersions/workloadApis';
import { ruleNamed } from '../../../../server/rules/catalogue';
import type { Rule } from '../../../../server/rules/rule';
import { assertMarked, findingsIn } from '../markedManifest';

const ids = ['api-removed', 'api-deprecated', 'api-off-by-default', 'pod-security-policy-gone', 'unknown-kind-version'];
const rules: Rule[] = ids.flatMap((id) => ruleNamed(id) ?? []);

/** What is found of an object that says nothing but what it is: `rule-id: message`, or `nothing`. */
function said(apiVersion: string, kind: string, version: number): string {
  const found = findingsIn(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: it\n`, { rules, version });
  return found.map(({ finding }) => `${finding.rule.id}: ${finding.message}`).join('; ') || 'nothing';
}

describe('the rules of API versions', () => {
  it('know when each API came, was deprecated and went', () => {
    const lives: [string, string, added: number, deprecated: number, removed: number][] = [
      ['extensions/v1beta1', 'Ingress', 16, 16, 22],
      ['networking.k8s.io/v1beta1', 'Ingress', 16, 19, 22],
      ['batch/v1beta1', 'CronJob', 16, 21, 25],
      ['policy/v1beta1', 'PodDisruptionBudget', 16, 21, 25],
      ['autoscaling/v2beta1', 'HorizontalPodAutoscaler', 16, 22, 25],
      ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 16, 23, 26],
      ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 26, 29, 32],
      ['storage.k8s.io/v1beta1', 'CSIStorageCapacity', 21, 24, 27],
      ['resource.k8s.io/v1beta1', 'ResourceClaim', 32, 35, 38],
      ['admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy', 28, 31, 34],
      ['networking.k8s.io/v1beta1', 'ServiceCIDR', 31, 34, 37],
      ['certificates.k8s.io/v1beta1', 'PodCertificateRequest', 35, 37, 40],
      ['coordination.k8s.io/v1beta1', 'LeaseCandidate', 33, 36, 39],
    ];
    for (const [apiVersion, kind, added, deprecated, removed] of lives) {
      for (const each of [kind, `${kind}List`]) {
        if (added > 16) assert.match(said(apiVersion, each, added - 1), /^unknown-kind-version: /);
        if (added < deprecated)
          assert.doesNotMatch(said(apiVersion, each, deprecated - 1), /api-(?:deprecated|removed)/);
        assert.match(said(apiVersion, each, deprecated), /^api-deprecated: /);
        assert.match(said(apiVersion, each, removed - 1), /^api-deprecated: /);
        assert.match(said(apiVersion, each, removed), /^api-removed: /);
      }
    }
  });

  it('say which version took its place', () => {
    assert.equal(
      said('extensions/v1beta1', 'Deployment', 37),
      'api-removed: Kubernetes 1.16 and newer do not serve Deployment in extensions/v1beta1; use apps/v1',
    );
    assert.equal(
      said('policy/v1beta1', 'PodDisruptionBudget', 22),
      'api-deprecated: PodDisruptionBudget in policy/v1beta1 is deprecated since Kubernetes 1.21 and will be gone in 1.25; use policy/v1',
    );
    assert.match(said('autoscaling/v2beta1', 'HorizontalPodAutoscaler', 22), /; use autoscaling\/v1$/);
    assert.match(said('v1', 'Endpoints', 33), /; use EndpointSlice in discovery.k8s.io\/v1$/);
    assert.match(said('settings.k8s.io/v1alpha1', 'PodPreset', 30), /PodPreset in settings.k8s.io\/v1alpha1$/);
  });

  it('say as information what an API server serves only where it is told to', () => {
    assert.equal(
      said('scheduling.k8s.io/v1beta1', 'PodGroup', 37),
      'api-off-by-default: Kubernetes 1.37 serves PodGroup in scheduling.k8s.io/v1beta1 only where the API server is started with --runtime-config=scheduling.k8s.io/v1beta1=true',
    );
    assert.match(
      said('resource.k8s.io/v1beta2', 'DeviceTaintRule', 37),
      /^api-off-by-default: .*; use resource.k8s.io\/v1$/,
    );
    assert.match(said('lifecycle.k8s.io/v1alpha1', 'EvictionRequestList', 37), /^api-off-by-default: .*=true$/);
    assert.match(
      said('coordination.k8s.io/v1beta1', 'LeaseCandidate', 37),
      /^api-deprecated: .*; api-off-by-default: /,
    );
    assert.match(said('rbac.authorization.k8s.io/v1alpha1', 'Role', 16), /^api-off-by-default: /);
    // Betas that were there before 1.24 stayed on, and new versions of them came on.
    assert.equal(said('resource.k8s.io/v1', 'DeviceTaintRule', 37), 'nothing');
    assert.doesNotMatch(said('batch/v1beta1', 'CronJob', 24), /off-by-default/);
    assert.equal(said('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 28), 'nothing');
  });

  it('know no kind that no API server has', () => {
    assert.equal(
      said('checkpoint.k8s.io/v1alpha1', 'PodCheckpoint', 37),
      'unknown-kind-version: Kubernetes serves no PodCheckpoint in checkpoint.k8s.io/v1alpha1',
    );
  });

  it('say nothing of what every release serves, and nothing of other groups', () => {
    for (const [apiVersion, kind] of [
      ['v1', 'Pod'],
      ['apps/v1', 'Deployment'],
      ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
      ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
      ['argoproj.io/v1alpha1', 'Rollout'],
      ['snapshot.storage.k8s.io/v1beta1', 'VolumeSnapshot'],
      ['gateway.networking.k8s.io/v1beta1', 'HTTPRoute'],
      ['v1', 'Config'],
      ['v1', 'List'],
      ['v1', 'Playbook'],
      ['v2', 'Chart'],
      ['kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration'],
    ] as const) {
      for (const version of [16, 25, 32, 37])
        assert.equal(said(apiVersion, kind, version), 'nothing', `${apiVersion} ${kind}`);
    }
  });

  it('tell PodSecurityPolicies apart: an API that moved, one that is leaving, and one that is gone', () => {
    assert.match(said('policy/v1beta1', 'PodSecurityPolicy', 20), /^nothing$/);
    assert.match(said('extensions/v1beta1', 'PodSecurityPolicy', 20), /^api-removed: .* use policy\/v1beta1$/);
    assert.match(said('policy/v1beta1', 'PodSecurityPolicy', 24), /^api-deprecated: .* use Pod Security admission$/);
    assert.match(said('policy/v1beta1', 'PodSecurityPolicy', 25), /^pod-security-policy-gone: [^;]*;[^;]*$/);
    assert.match(said('policy/v1', 'PodSecurityPolicy', 37), /^pod-security-policy-gone: [^;]*;[^;]*$/);
    assert.match(said('extensions/v1beta1', 'PodSecurityPolicy', 37), /^pod-security-policy-gone: [^;]*;[^;]*$/);
  });

  it('name the group, the version or the kind that was probably meant', () => {
    const never = 'unknown-kind-version: Kubernetes serves no';
    for (const [apiVersion, kind, end] of [
      ['v1', 'Deployment', 'Deployment in v1; it is in apps/v1'],
      ['apps/v1', 'CronJob', 'CronJob in apps/v1; it is in batch/v1'],
      ['extensions/v1beta1', 'StatefulSet', 'StatefulSet in extensions/v1beta1; it is in apps/v1'],
      ['networking.k8s.io/v2', 'Ingress', 'Ingress in networking.k8s.io/v2; it is in networking.k8s.io/v1'],
      ['apps/v1', 'Deploymnt', 'Deploymnt in apps/v1; perhaps Deployment in apps/v1 is meant'],
      ['apps/v1', 'deployment', 'deployment in apps/v1; perhaps Deployment in apps/v1 is meant'],
      ['v1', 'Servce', 'Servce in v1; perhaps Service in v1 is meant'],
      ['batch/v1', 'Widget', 'Widget in batch/v1'],
    ] as const) {
      assert.equal(said(apiVersion, kind, 37), `${never} ${end}`);
    }
    assert.equal(
      said('policy/v1', 'PodDisruptionBudget', 20),
      'unknown-kind-version: PodDisruptionBudget is in policy/v1 from Kubernetes 1.21 on; 1.20 does not serve it',
    );
  });

  it('hold releases in the order in which they happen', () => {
    for (const [group, kinds] of Object.entries({ ...workloadApis, ...clusterApis })) {
      for (const [kind, versions] of Object.entries(kinds)) {
        for (const [version, [added, deprecated = 99, removed = 99]] of Object.entries(versions)) {
          assert.ok(added <= deprecated && deprecated <= removed, `${group}/${version} ${kind}`);
          assert.match(version, /^v[12](?:(?:alpha|beta)\d)?$/);
        }
      }
    }
  });

  it('are silent where a template chooses by the version of the cluster', () => {
    assertMarked(
      `{{- if .Capabilities.APIVersions.Has "policy/v1" }}
apiVersion: policy/v1
{{- else }}
apiVersion: policy/v1beta1
{{- end }}
kind: PodDisruptionBudget
metadata:
  name: web
---
{{- if and .Values.policies (semverCompare "<1.25-0" .Capabilities.KubeVersion.Version) }}
apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: web
{{- end }}
---
{{- $stable := .Values.isNew -}}
{{ if $stable }}
apiVersion: networking.k8s.io/v1
{{ else }}
apiVersion: extensions/v1beta1
{{ end }}
kind: Ingress
metadata:
  name: web
---
apiVersion: {{ include "web.apiVersion" . }}
kind: CronJob
metadata:
  name: web
---
{{- if .Values.budget }}
apiVersion: policy/v1beta1 # ← api-removed
kind: PodDisruptionBudget
metadata:
  name: web
{{- end }}
`,
      { rules },
    );
  });

  it('look into Lists, whose items may leave out what they are', () => {
    assertMarked(
      `apiVersion: v1
kind: List
items:
  - apiVersion: batch/v1beta1 # ← api-removed
    kind: CronJob
    metadata:
      name: report
---
apiVersion: extensions/v1beta1 # ← api-removed
kind: IngressList
items:
  - metadata: # ← api-removed
      name: web
`,
      { rules },
    );
  });
});
