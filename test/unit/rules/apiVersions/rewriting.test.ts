import assert from 'node:assert/strict';
import { ruleNamed } from '../../../../server/rules/catalogue';
import type { Rule } from '../../../../server/rules/rule';
import { findingsIn, fixed } from '../markedManifest';

const rules: Rule[] = ['api-removed', 'api-deprecated'].flatMap((id) => ruleNamed(id) ?? []);

function rewritten(manifest: string): string {
  return fixed(manifest, 'Rewrite to', { rules });
}

function classOf(manifest: string): string | undefined {
  return findingsIn(manifest, { rules })[0]?.finding.fixes[0]?.class;
}

describe('rewriting to another API version', () => {
  it('is safe where the schema is the same, and changes one line', () => {
    for (const [from, to, kind] of [
      ['rbac.authorization.k8s.io/v1beta1', 'rbac.authorization.k8s.io/v1', 'Role'],
      ['autoscaling/v2beta2', 'autoscaling/v2', 'HorizontalPodAutoscaler'],
      ['extensions/v1beta1', 'networking.k8s.io/v1', 'NetworkPolicy'],
      ['storage.k8s.io/v1beta1', 'storage.k8s.io/v1', 'StorageClass'],
      ['resource.k8s.io/v1beta2', 'resource.k8s.io/v1', 'ResourceClaim'],
    ]) {
      const object = (apiVersion?: string) =>
        `# kept\nkind: ${kind}\napiVersion: ${apiVersion} # kept too\nmetadata: {name: it}\n`;
      assert.equal(rewritten(object(from)), object(to));
      assert.equal(classOf(object(from)), 'safe');
    }
  });

  it('moves the backends of an Ingress and keeps how its paths are compared', () => {
    const ingress = `apiVersion: extensions/v1beta1
kind: Ingress
metadata:
  name: web
spec:
  backend:
    serviceName: fallback
    servicePort: http
  rules:
    - host: shop.example.com # the shop
      http:
        paths:
          - path: /
            backend:
              serviceName: web
              servicePort: 80
          - path: /api
            pathType: Prefix
            backend:
              serviceName: api
              servicePort: http
`;
    assert.equal(
      rewritten(ingress),
      `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  defaultBackend:
    service:
      name: fallback
      port:
        name: http
  rules:
    - host: shop.example.com # the shop
      http:
        paths:
          - path: /
            pathType: ImplementationSpecific
            backend:
              service:
                name: web
                port:
                  number: 80
          - path: /api
            pathType: Prefix
            backend:
              service:
                name: api
                port:
                  name: http
`,
    );
    assert.equal(classOf(ingress), 'ask');
  });

  it('is not offered for an Ingress whose backends a template writes', () => {
    const ingress = `apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata:
  name: web
spec:
  backend:
    serviceName: {{ .Values.name }}
    servicePort: 80
`;
    assert.equal(classOf(ingress), undefined);
  });

  it('adds the selector that older versions of a workload implied', () => {
    const deployment = (apiVersion: string, selector: string) => `apiVersion: ${apiVersion}
kind: Deployment
metadata:
  name: web
spec:
${selector}  template:
    metadata:
      labels:
        app: web
    spec:
      containers: []
`;
    const selector = '  selector:\n    matchLabels:\n      app: web\n';
    assert.equal(rewritten(deployment('extensions/v1beta1', '')), deployment('apps/v1', selector));
    assert.equal(classOf(deployment('extensions/v1beta1', '')), 'ask');
    assert.equal(rewritten(deployment('apps/v1beta2', selector)), deployment('apps/v1', selector));
    assert.equal(classOf(deployment('apps/v1beta2', selector)), 'safe');
  });

  it('warns of the empty selector of a budget, which begins to select everything', () => {
    const budget = (selector: string) =>
      `apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n${selector}`;
    assert.equal(classOf(budget('  selector:\n    matchLabels:\n      app: web\n')), 'safe');
    assert.equal(classOf(budget('')), 'safe');
    assert.equal(classOf(budget('  selector: {}\n')), 'ask');
    assert.equal(classOf(budget('  selector:\n    matchLabels: {}\n')), 'ask');
    const [found] = findingsIn(budget('  selector: {}\n'), { rules });
    assert.match(found?.finding.fixes[0]?.title ?? '', /select every pod/);
  });

  it('turns the goals of metrics into targets', () => {
    assert.equal(
      rewritten(`apiVersion: autoscaling/v2beta1
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  metrics:
    - type: Resource
      resource:
        name: cpu
        targetAverageUtilization: 80
    - type: Pods
      pods:
        metricName: requests
        targetAverageValue: 100m
`),
      `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
    - type: Pods
      pods:
        metric:
          name: requests
        target:
          type: AverageValue
          averageValue: 100m
`,
    );
  });

  it('writes the defaults that a webhook relied on', () => {
    const webhook = rewritten(`apiVersion: admissionregistration.k8s.io/v1beta1
kind: ValidatingWebhookConfiguration
metadata:
  name: policy
webhooks:
  - name: policy.example.com
    failurePolicy: Fail
    sideEffects: Unknown
`);
    for (const line of ['matchPolicy: Exact', 'timeoutSeconds: 30', 'failurePolicy: Fail', 'sideEffects: None']) {
      assert.ok(webhook.includes(`    ${line}\n`), webhook);
    }
    assert.match(webhook, /admissionReviewVersions:\n\s+- v1beta1\n/);
  });

  it('renames what has another name in the newer version', () => {
    const level = (apiVersion: string, field: string) =>
      `apiVersion: flowcontrol.apiserver.k8s.io/${apiVersion}\nkind: PriorityLevelConfiguration\nmetadata:\n  name: x\nspec:\n  type: Limited\n  limited:\n    ${field}\n`;
    assert.equal(
      rewritten(level('v1beta2', 'assuredConcurrencyShares: 5')),
      level('v1', 'nominalConcurrencyShares: 5'),
    );
    assert.equal(
      rewritten(level('v1beta3', 'nominalConcurrencyShares: 0')),
      level('v1', 'nominalConcurrencyShares: 30'),
    );
    assert.equal(
      rewritten(
        'apiVersion: node.k8s.io/v1alpha1\nkind: RuntimeClass\nmetadata:\n  name: g\nspec:\n  runtimeHandler: runsc\n',
      ),
      'apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata:\n  name: g\nhandler: runsc\n',
    );
  });

  it('offers nothing where it takes more than edits', () => {
    const definition =
      'apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\nmetadata:\n  name: a.example.com\nspec:\n  version: v1\n';
    assert.equal(findingsIn(definition, { rules }).length, 1);
    assert.equal(classOf(definition), undefined);
  });
});
