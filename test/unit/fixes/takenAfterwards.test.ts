import assert from 'node:assert/strict';
import { fixEdits } from '../../../server/fixes/applyFixes';
import { fixesWithin } from '../../../server/fixes/hardening';
import { mend } from '../../../server/fixes/mend';
import { lint } from '../../../server/lint/lint';
import { applyTextEdits } from '../../../server/yaml/write/renderEdits';
import { everyRule } from './everyRule';

/*
 * What the API server refuses of things that go with each other: a fix of one sees to the other, or isn't offered.
 */

/** The texts that the fixes of a rule lead to, by their titles; fixes that can't be made are left out. */
function fixes(text: string, rule: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { start, document } of lint(text, everyRule).documents) {
    for (const finding of document.findings.filter((candidate) => candidate.rule.id === rule)) {
      for (const fix of finding.fixes) {
        const edits = fixEdits(finding, fix);
        if (edits) found.set(fix.title, text.slice(0, start) + applyTextEdits(text.slice(start), edits));
      }
    }
  }
  return found;
}

function hardened(text: string): string {
  return mend(text, lint(text, everyRule), fixesWithin('restricted')).text;
}

function pod(spec: string, container = '', annotations = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
${annotations}spec:
${spec}  containers:
    - name: app
      image: registry.example.com/app:1.0.0
${container}`;
}

function service(spec: string, annotations = ''): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
${annotations}spec:
  selector:
    app: web
${spec}`;
}

describe('a fix whose result the API server would refuse', () => {
  it('leaves a container privileged whose mounts are to appear on its node, unless the user gives up both', () => {
    const propagating = (privileged: boolean, propagation: string) =>
      pod(
        '',
        `      securityContext:
        privileged: ${privileged}
      volumeMounts:
        - name: pods
          mountPath: /pods
          mountPropagation: ${propagation}
`,
      );
    const text = propagating(true, 'Bidirectional');
    assert.match(hardened(text), /privileged: true\n/);
    assert.deepEqual([...fixes(text, 'privileged-container').values()], [propagating(false, 'HostToContainer')]);
    assert.match(hardened(propagating(true, 'HostToContainer')), /privileged: false\n/);
    assert.deepEqual([...fixes(propagating(true, '{{ .Values.propagation }}'), 'privileged-container')], []);
  });

  it('takes away a dead seccomp annotation that says another thing than the field comes to say', () => {
    const annotated = (value: string) =>
      pod('', '', `  annotations:\n    seccomp.security.alpha.kubernetes.io/pod: ${value}\n`);
    for (const value of ['unconfined', 'unheard-of']) {
      assert.doesNotMatch(hardened(annotated(value)), /annotations/);
      assert.match(hardened(annotated(value)), /seccompProfile:\n {6}type: RuntimeDefault\n/);
    }
    assert.match(hardened(annotated('runtime/default')), /seccomp\.security/);
    // A profile of the node may still be meant: it is the user's to say.
    assert.equal(hardened(annotated('localhost/web.json')).includes('type: RuntimeDefault'), false);
    const moved = [...fixes(annotated('localhost/web.json'), 'seccomp-profile-missing').values()];
    assert.match(String(moved), /seccompProfile:\n {6}type: Localhost\n {6}localhostProfile: web\.json/);
    assert.doesNotMatch(String(moved), /annotations/);
  });

  it('takes away a container’s annotation with the profile that it contradicts from then on', () => {
    const text = pod(
      '',
      `      securityContext:
        seccompProfile:
          type: Unconfined
`,
      '  annotations:\n    container.seccomp.security.alpha.kubernetes.io/app: unconfined\n',
    );
    assert.doesNotMatch(String([...fixes(text, 'seccomp-unconfined').values()]), /unconfined/);
    const appArmor = pod(
      '  securityContext:\n    appArmorProfile:\n      type: Localhost\n',
      '',
      '  annotations:\n    container.apparmor.security.beta.kubernetes.io/app: localhost/web\n',
    );
    for (const after of fixes(appArmor, 'apparmor-localhost-name').values()) assert.doesNotMatch(after, /annotations/);
  });

  it('moves no profile to a field that Windows doesn’t have', () => {
    const windows = pod(
      '  os:\n    name: windows\n',
      '',
      `  annotations:
    seccomp.security.alpha.kubernetes.io/pod: runtime/default
    container.apparmor.security.beta.kubernetes.io/app: runtime/default
`,
    );
    for (const rule of ['seccomp-annotation', 'apparmor-annotation']) {
      for (const after of fixes(windows, rule).values()) assert.doesNotMatch(after, /Profile/);
    }
  });

  it('leaves nothing of a load balancer or a node port on a Service of the inside', () => {
    const text = service(
      `  type: LoadBalancer
  externalTrafficPolicy: Local
  healthCheckNodePort: 30000
  allocateLoadBalancerNodePorts: false
  loadBalancerClass: example.com/class
  loadBalancerIP: 10.0.0.1
  internalTrafficPolicy: Local
  ports:
    - name: http
      port: 80
      nodePort: 30080
`,
      '  annotations:\n    service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.0.0/8\n',
    );
    const [inside] = fixes(text, 'service-exposed').values();
    assert.equal(
      inside,
      service('  type: ClusterIP\n  internalTrafficPolicy: Local\n  ports:\n    - name: http\n      port: 80\n'),
    );
    // With addresses of its own a Service is still reached from outside.
    const addressed = service(
      '  type: NodePort\n  externalTrafficPolicy: Local\n  externalIPs:\n    - 10.1.1.1\n  ports:\n    - port: 80\n',
    );
    assert.match(
      String([...fixes(addressed, 'service-exposed').values()]),
      /ClusterIP\n {2}externalTrafficPolicy: Local/,
    );
    const dashboard = service(
      '  type: LoadBalancer\n  loadBalancerSourceRanges:\n    - 10.0.0.0/8\n  ports:\n    - port: 443\n',
    ).replace('app: web', 'app: kubernetes-dashboard');
    assert.doesNotMatch(String([...fixes(dashboard, 'kubernetes-dashboard-exposed').values()]), /SourceRanges/);
  });

  it('mounts nothing where something is mounted already, in a volume whose name is free and valid', () => {
    const mounted = (mounts: string) => pod('  volumes:\n    - name: app-tmp\n      emptyDir: {}\n', mounts);
    const emptyDirs = (text: string) =>
      [...fixes(text, 'read-only-root-filesystem').keys()].filter((title) => title.includes('emptyDir'));
    for (const path of ['/tmp', '/tmp/', '{{ .Values.path }}']) {
      const text = mounted(`      volumeMounts:\n        - name: app-tmp\n          mountPath: ${path}\n`);
      assert.deepEqual(emptyDirs(text), [], path);
    }
    assert.deepEqual(
      emptyDirs(mounted('      volumeDevices:\n        - name: app-tmp\n          devicePath: /tmp\n')),
      [],
    );
    const below = mounted('      volumeMounts:\n        - name: app-tmp\n          mountPath: /tmp/cache\n');
    assert.match(String([...fixes(below, 'read-only-root-filesystem').values()][0]), /name: app-tmp-2\n/);
    const long = pod('').replace('name: app', `name: ${'a'.repeat(57)}-bbb`);
    assert.match(String([...fixes(long, 'read-only-root-filesystem').values()][0]), / name: a{57}\n {10}mountPath: /);
    const secret = (name: string) =>
      pod(
        '',
        `      env:
        - name: TOKEN
          valueFrom:
            secretKeyRef:
              name: ${name}
              key: token
`,
      );
    assert.match(String([...fixes(secret('shop.web'), 'secret-as-env').values()]), /- name: shop-web-secret\n/);
  });

  it('asks for no user namespace beside block devices', () => {
    const devices = (list: string) => pod('', list);
    assert.equal(fixes(devices(''), 'host-users').size, 1);
    const text = devices('      volumeDevices:\n        - name: data\n          devicePath: /dev/data\n');
    assert.equal(fixes(text, 'host-users').size, 0);
  });

  it('excepts no address from a block that holds nothing else', () => {
    const policy = (cidr: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock:
            cidr: ${cidr}
`;
    assert.equal(fixes(policy('169.254.169.254/31'), 'network-policy-metadata-address').size, 1);
    assert.equal(fixes(policy('169.254.169.254/32'), 'network-policy-metadata-address').size, 0);
  });

  it('limits the pod where the pod has the request, by no less than is asked for', () => {
    const [limited] = fixes(pod('  resources:\n    requests:\n      memory: 600Mi\n'), 'memory-limit').values();
    assert.equal(limited, pod('  resources:\n    requests:\n      memory: 600Mi\n    limits:\n      memory: 600Mi\n'));
    const number = pod('', '      resources:\n        requests:\n          cpu: 3\n');
    assert.match(String([...fixes(number, 'cpu-limit').values()]), /limits:\n {10}cpu: 3\n/);
  });

  it('writes memory meant in mebibytes on both sides, and no request above its limit', () => {
    const memory = (request: string, limit: string) =>
      pod(
        '',
        `      resources:\n        requests:\n          memory: ${request}\n        limits:\n          memory: ${limit}\n`,
      );
    assert.deepEqual([...fixes(memory('400m', '600m'), 'memory-request').values()], [memory('400Mi', '600Mi')]);
    assert.deepEqual([...fixes(memory('400m', '600m'), 'memory-limit').values()], [memory('400Mi', '600Mi')]);
    assert.equal(fixes(memory('400m', '100Mi'), 'memory-request').size, 0);
  });

  it('writes labels of 63 characters at most that end in a letter or a digit', () => {
    const named = (name: string) => pod('').replace('name: web', `name: ${name}`);
    const long = `${'a'.repeat(62)}-${'b'.repeat(30)}`;
    assert.match(String([...fixes(named(long), 'recommended-labels').values()]), /app.kubernetes.io\/name: a{62}\n/);
  });

  it('takes a list of capabilities as a whole or not at all', () => {
    const adding = (list: string) => pod('', `      securityContext:\n        capabilities:\n          add:\n${list}`);
    const both = adding('            - BPF\n            - CHOWN\n            - NET_ADMIN\n');
    assert.match(hardened(both), /add:\n {12}- CHOWN\n {10}drop:/);
    for (const rest of ['- {{ .Values.capability }}', '- ${CAPABILITY}', '{{- toYaml .Values.more | nindent 12 }}']) {
      const open = adding(`            - BPF\n            - NET_ADMIN\n            ${rest}\n`);
      assert.match(hardened(open), /- BPF\n {12}- NET_ADMIN\n/, rest);
    }
    const shared = adding('            - &first BPF\n            - NET_ADMIN\n');
    const aliased = `${shared}          drop:\n            - *first\n`;
    assert.match(hardened(aliased), /- &first BPF\n {12}- NET_ADMIN\n/);
  });

  it('gives no port a name that another has, and asks for none by a name that is wrong', () => {
    const ports = (...names: string[]) =>
      pod(
        '',
        `      ports:\n${names.map((name, index) => `        - containerPort: 808${index}\n          name: ${name}\n`).join('')}`,
      );
    assert.equal(fixes(ports('HTTP'), 'port-name-invalid').size, 1);
    assert.equal(fixes(ports('HTTP', 'http'), 'port-name-invalid').size, 0);
    for (const after of fixes(ports('HTTP'), 'liveness-probe').values()) assert.match(after, /port: 8080\n/);
  });
});
