import assert from 'node:assert/strict';
import { lint } from '../../../../server/lint/lint';
import { ruleNamed } from '../../../../server/rules/catalogue';
import type { Rule } from '../../../../server/rules/rule';
import { optionsWith } from '../../lint/linting';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const only = (...ids: string[]): { rules: Rule[] } => ({ rules: ids.flatMap((id) => ruleNamed(id) ?? []) });

const deployment = (name: string, mark = '', namespace = '') => `apiVersion: apps/v1
kind: Deployment${mark}
metadata:
  name: ${name}
${namespace && `  namespace: ${namespace}\n`}spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: ${name}
          image: registry.example.com/${name}:1.4.2
`;

const service = (name: string) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: ${name}
  ports:
    - port: 80
`;

const policy = (spec: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: policy
spec:
${spec}`;

const file = (...documents: string[]) => documents.join('---\n');
const missing = ' # ← network-policy-missing';

describe('network-policy-missing', () => {
  const linted = only('network-policy-missing');

  it('speaks of one file only where the file shows all there is', () => {
    assertMarked(deployment('web'), linted);
    assertMarked(file(deployment('web'), service('web')), linted);
    assertMarked(file(deployment('web', missing), deployment('api', missing), service('web')), linted);
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';
    assertMarked(file(namespace, deployment('web', missing, 'shop')), linted);
    assertMarked(file(namespace, deployment('web', '', 'other')), linted);
  });

  it('says that it looked into one file where that is all it saw', () => {
    const [found] = findingsIn(file(deployment('web'), deployment('api'), service('web')), linted);
    assert.match(found?.finding.message ?? '', /^No NetworkPolicy in this file limits what reaches the pod/);
  });

  it('knows whom a policy isolates', () => {
    const selects = (selector: string) => policy(`  podSelector: ${selector}\n`);
    assertMarked(file(deployment('web'), deployment('api'), selects('{}')), linted);
    assertMarked(file(deployment('web'), deployment('api', missing), selects('{matchLabels: {app: web}}')), linted);
    assertMarked(
      file(
        deployment('web'),
        deployment('api'),
        selects('{matchExpressions: [{key: app, operator: In, values: [web, api]}]}'),
      ),
      linted,
    );
    assertMarked(
      file(
        deployment('web', missing),
        deployment('api', missing),
        policy('  podSelector: {}\n  policyTypes: [Egress]\n'),
      ),
      linted,
    );
    // The policy that isolates it may stand in another file, as its own policy does here.
    assertMarked(file(deployment('web'), policy('  podSelector: {}\n  policyTypes: [Egress]\n')), linted);
    assertMarked(
      file(deployment('web'), deployment('api'), policy('  podSelector: {}\n  policyTypes: [Egress, Ingress]\n')),
      linted,
    );
  });

  it('is silent where a template, a patch or another network plug-in decides', () => {
    assertMarked(
      file(deployment('web'), deployment('api'), policy('  podSelector:\n    matchLabels: {{ .Values.labels }}\n')),
      linted,
    );
    assertMarked(
      file(
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n',
        policy('  podSelector: {matchLabels: {app: api}}\n'),
      ),
      linted,
    );
    const cilium =
      'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata:\n  name: all\nspec:\n  endpointSelector: {}\n';
    assertMarked(file(deployment('web'), deployment('api'), service('web'), cilium), linted);
  });
});

describe('what a NetworkPolicy lets through', () => {
  it('is everything only for a rule without ends and ports, or for all addresses', () => {
    assertMarked(
      policy(`  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - {} # ← network-policy-allows-all
    - from: [] # ← network-policy-allows-all
    - from: # ← network-policy-allows-all
        - ipBlock: {cidr: 0.0.0.0/0}
    - from:
        - ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}
    - from:
        - namespaceSelector: {}
    - ports:
        - port: 443
    - from: {{ .Values.from }}
  egress:
    - {} # ← network-policy-open-egress
    - to:
        - podSelector: {}
`),
      only('network-policy-allows-all', 'network-policy-open-egress'),
    );
  });

  it('does not count in a direction that the policy is not for', () => {
    assertMarked(
      policy('  podSelector: {}\n  policyTypes: [Egress]\n  ingress:\n    - {}\n'),
      only('network-policy-allows-all'),
    );
  });

  it("reaches the cloud's metadata where a block holds the address and its port is open", () => {
    assertMarked(
      policy(`  podSelector: {}
  policyTypes: [Egress]
  egress:
    - {} # ← network-policy-metadata-address
    - to:
        - ipBlock:
            cidr: 169.254.0.0/16 # ← network-policy-metadata-address
        - ipBlock:
            cidr: 10.0.0.0/8
        - ipBlock:
            cidr: 0.0.0.0/0
            except: [169.254.0.0/16]
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
      ports:
        - port: 443
        - port: 53
          protocol: UDP
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0 # ← network-policy-metadata-address
      ports:
        - port: 1
          endPort: 1024
`),
      only('network-policy-metadata-address'),
    );
  });
});

describe('a selector that selects nothing', () => {
  const linted = only('service-selects-nothing', 'network-policy-selects-nothing');
  const unlike = (name: string, label: string, mark = '') =>
    service(name).replace(`selector:\n    app: ${name}`, `selector:${mark}\n    ${label}`);

  it('is reported where the pods must be in the file', () => {
    assertMarked(file(deployment('web'), unlike('web', 'app: wbe', ' # ← service-selects-nothing')), linted);
    assertMarked(file(deployment('web'), unlike('front', 'app: wbe', ' # ← service-selects-nothing')), linted);
    assertMarked(
      file(
        deployment('web'),
        policy('  podSelector: # ← network-policy-selects-nothing\n    matchLabels: {app: api}\n'),
      ),
      linted,
    );
  });

  it('is a warning that says what was meant where a label is but mistyped', () => {
    const { rules } = only('service-selects-nothing', 'network-policy-selects-nothing');
    const mistyped = file(deployment('payments'), unlike('payments', 'app: payment'));
    const found = (text: string) =>
      lint(text, optionsWith(rules)).documents.flatMap(({ document }) => document.findings);
    const severities = (text: string) => found(text).map(({ severity }) => severity);
    assert.deepEqual(
      found(mistyped).map(({ message }) => message),
      ['The Service selects no pod, so nothing answers behind it: did you mean app: payments?'],
    );
    assert.deepEqual(severities(mistyped), ['warning']);
    const mended = fixed(mistyped, 'Select the pods of Deployment payments', { rules });
    assert.equal(mended, file(deployment('payments'), service('payments')));
    const denied = policy('  podSelector:\n    matchLabels: {app: wbe}\n');
    assert.deepEqual(severities(file(deployment('web'), denied)), ['warning']);
    for (const other of ['app: checkout', 'app: payments, tier: web', 'app: payments-2']) {
      const text = file(deployment('payments-1'), unlike('payments-1', other.replace(', ', '\n    ')));
      assert.deepEqual(severities(text), ['information'], other);
    }
  });

  it('is not where the cluster may have pods of its own', () => {
    const inSystem = (text: string) => text.replace('metadata:\n', 'metadata:\n  namespace: kube-system\n');
    const scheduler = inSystem(unlike('kube-scheduler', 'component: kube-scheduler'));
    assertMarked(file(inSystem(deployment('metrics-server')), scheduler), linted);
    const mistyped = unlike('web', 'app: wbe', ' # ← service-selects-nothing');
    assertMarked(file(inSystem(deployment('web')), inSystem(mistyped)), linted);
  });

  it('is not where they may be elsewhere', () => {
    assertMarked(unlike('web', 'app: wbe'), linted);
    assertMarked(file(deployment('web'), service('web'), unlike('database', 'app: database')), linted);
    assertMarked(file(deployment('web'), unlike('web', 'strimzi.io/cluster: kafka')), linted);
    assertMarked(file(deployment('web'), unlike('web', 'statefulset.kubernetes.io/pod-name: web-0')), linted);
    assertMarked(file(deployment('web'), unlike('web', 'app: {{ .Values.name }}')), linted);
    assertMarked(file(deployment('web'), service('web').replace('  selector:\n    app: web\n', '')), linted);
    assertMarked(file(deployment('web'), service('api').replace('spec:', 'spec:\n  type: ExternalName')), linted);
  });
});

describe('network-policy-missing, mended', () => {
  it('denies all ingress of the namespace', () => {
    const { rules } = only('network-policy-missing');
    const manifest = file('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n', deployment('web', '', 'shop'));
    const mended = fixed(manifest, '', { rules });
    assert.match(mended, /kind: NetworkPolicy\nmetadata:\n {2}name: default-deny-ingress\n {2}namespace: shop\n/);
    assert.deepEqual(findingsIn(mended, { rules }), []);
  });
});
