import assert from 'node:assert/strict';
import { ruleNamed } from '../../../../server/rules/catalogue';
import type { Rule } from '../../../../server/rules/rule';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const only = (...ids: string[]): { rules: Rule[] } => ({ rules: ids.flatMap((id) => ruleNamed(id) ?? []) });

const ingress = (metadata: string, spec: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
${metadata}spec:${spec}`;

const rulesFor = (host: string) => `
  rules:
    - host: ${host}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
`;

const servicePorts = (ports: string) => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
${ports}`;

describe('ingress-tls', () => {
  const linted = only('ingress-tls');

  it('knows where else certificates come from', () => {
    assertMarked(ingress('', ` # ← ingress-tls${rulesFor('shop.example.com')}`), linted);
    for (const annotation of [
      'alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-1:1:certificate/1',
      'networking.gke.io/managed-certificates: shop',
      'traefik.ingress.kubernetes.io/router.tls: "true"',
      'nginx.ingress.kubernetes.io/ssl-passthrough: "true"',
    ]) {
      assertMarked(ingress(`  annotations:\n    ${annotation}\n`, rulesFor('shop.example.com')), linted);
    }
  });

  it('is silent where a template may write it', () => {
    assertMarked(
      ingress(
        '',
        `\n  {{- with .Values.tls }}\n  tls:\n    {{- toYaml . | nindent 4 }}\n  {{- end }}${rulesFor('a.example.com')}`,
      ),
      linted,
    );
    assertMarked(
      ingress('  annotations:\n    {{- toYaml .Values.annotations | nindent 4 }}\n', rulesFor('a.example.com')),
      linted,
    );
  });

  it('is mended with the hosts of the rules', () => {
    const mended = fixed(ingress('', rulesFor('shop.example.com')), '', linted);
    assert.match(mended, /spec:\n {2}tls:\n {4}- hosts:\n {8}- shop.example.com\n {6}secretName: web-tls\n {2}rules:/);
  });
});

describe('what an Ingress asks of its controller', () => {
  it('names hosts, holds no snippets and is not for a retired program', () => {
    const linted = only('ingress-wildcard-host', 'ingress-snippet', 'ingress-nginx-retired');
    assertMarked(ingress('', rulesFor('"*.example.com" # ← ingress-wildcard-host')), linted);
    assertMarked(ingress('', rulesFor('{{ .Values.host }}')), linted);
    assertMarked(ingress('', '\n  rules:\n    - http: # ← ingress-wildcard-host\n        paths: []\n'), linted);
    assertMarked(
      ingress(
        `  annotations:
    nginx.ingress.kubernetes.io/server-snippet: | # ← ingress-nginx-retired, ingress-snippet
      return 404;
    nginx.ingress.kubernetes.io/rewrite-target: /
`,
        rulesFor('a.example.com'),
      ),
      linted,
    );
    assertMarked(
      ingress('', `\n  ingressClassName: nginx # ← ingress-nginx-retired${rulesFor('a.example.com')}`),
      linted,
    );
    assertMarked(
      ingress(
        '  annotations:\n    nginx.org/proxy-connect-timeout: 30s\n',
        `\n  ingressClassName: nginx${rulesFor('a.example.com')}`,
      ),
      linted,
    );
  });

  it('is a Service and a port that are there', () => {
    const linted = only('ingress-backend-missing');
    const http = '    - name: http\n      port: 80\n';
    const withPort = (port: string) =>
      `${servicePorts(http)}---\n${ingress('', rulesFor('a.example.com').replace('number: 80', port))}`;
    assertMarked(withPort('number: 80'), linted);
    assertMarked(withPort('name: http'), linted);
    assertMarked(withPort('number: 8080 # ← ingress-backend-missing'), linted);
    assertMarked(withPort('name: https # ← ingress-backend-missing'), linted);
    assertMarked(withPort('number: {{ .Values.port }}'), linted);
    const named = (name: string) =>
      `${servicePorts(http)}---\n${ingress('', rulesFor('a.example.com').replace('name: web', `name: ${name}`))}`;
    assertMarked(named('wbe # ← ingress-backend-missing'), linted);
    assertMarked(named('shop-api'), linted);
    const { rules } = only('ingress-backend-missing');
    const wrongPort = withPort('number: 8080');
    assert.equal(fixed(wrongPort, 'Use port 80 of Service web', { rules }), withPort('number: 80'));
  });
});

describe('Services and Gateways', () => {
  it('are exposed by a type, unless only to the inner network or to some addresses', () => {
    const linted = only('service-exposed', 'service-external-ips');
    const service = (spec: string, annotation = '') =>
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n${annotation && `  annotations:\n    ${annotation}\n`}spec:\n${spec}`;
    assertMarked(service('  type: NodePort # ← service-exposed\n'), linted);
    assertMarked(service('  type: LoadBalancer # ← service-exposed\n'), linted);
    assertMarked(service('  type: LoadBalancer\n  loadBalancerSourceRanges: [10.0.0.0/8]\n'), linted);
    assertMarked(
      service('  type: LoadBalancer\n', 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"'),
      linted,
    );
    assertMarked(service('  externalIPs: # ← service-external-ips\n    - 203.0.113.1\n'), linted);
    assert.equal(
      fixed(service('  type: NodePort\n  ports:\n    - port: 80\n      nodePort: 30080\n'), 'Expose it inside', linted),
      service('  type: ClusterIP\n  ports:\n    - port: 80\n'),
    );
  });

  it('listen for plain HTTP only beside HTTPS', () => {
    const gateway = (...protocols: string[]) =>
      `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: public\nspec:\n  listeners:\n${protocols
        .map((protocol, index) => `    - name: l${index}\n      port: ${80 + index}\n      protocol: ${protocol}\n`)
        .join('')}`;
    const linted = only('gateway-listener-tls');
    assertMarked(gateway('HTTP # ← gateway-listener-tls'), linted);
    assertMarked(gateway('HTTP', 'TLS'), linted);
    assertMarked(gateway('HTTPS # ← gateway-listener-tls'), linted);
    assertMarked(gateway('HBONE'), linted);
    assertMarked(gateway('{{ .Values.protocol }}', 'HTTP'), linted);
  });
});

describe('selector-mismatch', () => {
  const linted = only('selector-mismatch');
  const workload = (selector: string, labels: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  selector:
    ${selector}
  template:
    metadata:
      labels:${labels}
    spec:
      containers: [{name: web, image: web}]
`;

  it('judges labels and expressions as the API server does', () => {
    assertMarked(workload('matchLabels: {app: web}', '\n        app: web\n        tier: front'), linted);
    assertMarked(workload('matchLabels: {app: web, tier: front}', ' # ← selector-mismatch\n        app: web'), linted);
    assertMarked(
      workload(
        'matchExpressions: [{key: app, operator: NotIn, values: [web]}]',
        ' # ← selector-mismatch\n        app: web',
      ),
      linted,
    );
    assertMarked(workload('matchLabels: {app: web}', '\n        {{- include "labels" . | nindent 8 }}'), linted);
    assertMarked(
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: {a: b}\n',
      linted,
    );
  });

  it('is mended on the template', () => {
    const mended = fixed(workload('matchLabels: {app: web, tier: front}', '\n        app: web'), '', linted);
    assert.equal(mended, workload('matchLabels: {app: web, tier: front}', '\n        app: web\n        tier: front'));
  });
});

describe('port-name-invalid', () => {
  const linted = only('port-name-invalid');

  it('judges the names of container ports and of target ports', () => {
    const named = (name: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web\n      ports:\n        - containerPort: 80\n          name: ${name}\n`;
    for (const good of ['http', 'h2', 'a-b', 'fifteen-letters', '{{ .Values.port }}'])
      assertMarked(named(good), linted);
    for (const bad of ['sixteen--letters', 'more-than-fifteen', 'HTTP', 'a--b', '-a', 'a-', '"8080"', 'a_b']) {
      assertMarked(named(`${bad} # ← port-name-invalid`), linted);
    }
    assertMarked(
      servicePorts('    - port: 80\n      targetPort: a-name-that-is-too-long # ← port-name-invalid\n'),
      linted,
    );
    assertMarked(
      servicePorts('    - port: 80\n      name: a-name-that-is-longer-than-fifteen\n      targetPort: 8080\n'),
      linted,
    );
  });

  it('wants names of several ports, each another one', () => {
    assertMarked(
      servicePorts('    - name: http\n      port: 80\n    - name: http # ← port-name-invalid\n      port: 81\n'),
      linted,
    );
    const found = findingsIn(servicePorts('    - port: 80\n    - name: metrics\n      port: 81\n'), linted);
    assert.deepEqual(
      found.map(({ finding }) => finding.message),
      ['A Service of several ports names each of them'],
    );
  });
});
