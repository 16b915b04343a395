import assert from 'node:assert/strict';
import { gradedWorkloads } from '../../../server/features/podSecurity/podSecurityWorkloads';
import { podSecurityLenses, resolvedLens } from '../../../server/features/podSecurityLenses';
import { lint } from '../../../server/lint/lint';
import { applyTextEdits } from '../../../server/yaml/write/renderEdits';
import { optionsWith } from '../lint/linting';

const uri = 'file:///work/web.yaml';

/** What the lenses of a text say, by the line that they stand above. No rule is switched on. */
function lensesOf(text: string, kubernetesVersion = 37): string[] {
  const linted = lint(text, { ...optionsWith([]), kubernetesVersion });
  return podSecurityLenses(linted, uri, false).map((lens) => {
    const { line } = lens.range.start;
    return `${line}: ${resolvedLens(lens, linted, { uri, line }).command?.title}`;
  });
}

/** The text with all workloads lifted to their next levels. */
function lifted(text: string): { text: string; left: string[] } {
  const found = gradedWorkloads(lint(text, optionsWith([])));
  const lifts = found.map(({ workload, document }) => ({ start: document.start, lift: workload.lift() }));
  const edits = lifts.flatMap(({ start, lift }) =>
    (lift?.edits ?? []).map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end })),
  );
  return { text: applyTextEdits(text, edits), left: lifts.flatMap(({ lift }) => lift?.left.map(ruleOf) ?? []) };
}

function ruleOf({ rule }: { readonly rule: { readonly id: string } }): string {
  return rule.id;
}

function pod(...lines: readonly string[]): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
${lines.map((line) => `  ${line}\n`).join('')}`;
}

const container = ['containers:', '  - name: web', '    image: registry.example.com/web:1.4.2'];

const hardened = pod(
  'securityContext:',
  '  runAsNonRoot: true',
  '  seccompProfile:',
  '    type: RuntimeDefault',
  ...container,
  '    securityContext:',
  '      allowPrivilegeEscalation: false',
  '      capabilities:',
  '        drop:',
  '          - ALL',
);

function namespace(...labels: readonly string[]): string {
  return `---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
${labels.map((label) => `    pod-security.kubernetes.io/${label}\n`).join('')}`;
}

describe('The lens above a workload', () => {
  it('tells the level that a pod meets and how far the next one is, whichever rules are on', () => {
    assert.deepEqual(lensesOf(pod(...container)), ['0: Pod Security: baseline · Harden to restricted (4 fixed)']);
    assert.deepEqual(lensesOf(pod('hostNetwork: true', ...container)), [
      '0: Pod Security: privileged · Harden to baseline (1 fixed)',
    ]);
    assert.deepEqual(lensesOf(hardened), ['0: Pod Security: restricted']);
  });

  it('judges by the Kubernetes version', () => {
    assert.deepEqual(lensesOf(pod(...container), 20), ['0: Pod Security: baseline · Harden to restricted (3 fixed)']);
    assert.deepEqual(lensesOf(hardened.replace('ALL', 'all'), 21), ['0: Pod Security: restricted']);
  });

  it('counts what no fix can mend, and says so', () => {
    const volume = ['volumes:', '  - name: logs', '    hostPath:', '      path: /var/log'];
    assert.deepEqual(lensesOf(pod(...container, ...volume)), [
      '0: Pod Security: privileged · 1 by hand to baseline: volume logs',
    ]);
    assert.deepEqual(lensesOf(pod('hostPID: true', ...container, ...volume)), [
      '0: Pod Security: privileged · Harden to baseline (1 fixed, 1 by hand: volume logs)',
    ]);
  });

  it('counts what only shows once something else is mended', () => {
    const ports = ['    ports:', '      - containerPort: 80', '        hostPort: 80'];
    const text = pod('hostNetwork: true # why?', ...container, ...ports);
    assert.deepEqual(lensesOf(text), ['0: Pod Security: privileged · Harden to baseline (2 fixed)']);
    assert.deepEqual(lifted(text), { text: text.replace(/.*host(Network|Port).*\n/g, ''), left: [] });
  });

  it('tells what the namespace of the same file asks for', () => {
    assert.deepEqual(lensesOf(pod(...container) + namespace('enforce: restricted')), [
      '0: Pod Security: baseline · Harden to restricted (4 fixed) · namespace shop enforces restricted',
    ]);
    assert.deepEqual(lensesOf(hardened + namespace('enforce: baseline', 'enforce-version: v1.24')), [
      '0: Pod Security: restricted · namespace shop enforces baseline as of 1.24',
    ]);
    assert.deepEqual(lensesOf(hardened + namespace('warn: baseline')), ['0: Pod Security: restricted']);
  });

  it('stands above each item of a List, and lifts that one alone', () => {
    const item = (text: string) =>
      text
        .replace(/^/gm, '    ')
        .replace(/^ {4}apiVersion/, '  - apiVersion')
        .trimEnd();
    const text = `apiVersion: v1
kind: List
items:
${item(pod('hostPID: true', ...container))}
${item(hardened)}
`;
    assert.deepEqual(lensesOf(text), [
      '3: Pod Security: privileged · Harden to baseline (1 fixed)',
      '13: Pod Security: restricted',
    ]);
    assert.equal(lifted(text).text, text.replace('      hostPID: true\n', ''));
  });

  it('stands above every kind that holds pods, and nothing else', () => {
    const text = `# The shop.
apiVersion: v1
kind: Service
metadata:
  name: web
---
# Its batch.

apiVersion: batch/v1
kind: CronJob
metadata:
  name: web
spec:
  schedule: "@daily"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          hostIPC: true
          containers:
            - name: web
              image: web
`;
    assert.deepEqual(lensesOf(text), ['8: Pod Security: privileged · Harden to baseline (1 fixed)']);
  });

  it('asks nothing of Windows pods that only Linux has', () => {
    const windows = pod('os:', '  name: windows', 'securityContext:', '  runAsNonRoot: true', ...container);
    assert.deepEqual(lensesOf(windows), ['0: Pod Security: restricted']);
  });

  it('reads ephemeral containers as the API server does', () => {
    const text = `${hardened}  ephemeralContainers:
    - name: debug
      image: busybox:1.37
      securityContext:
        privileged: true
`;
    assert.deepEqual(lensesOf(text), ['0: Pod Security: privileged · Harden to baseline (1 fixed)']);
  });

  it('claims no level that a template decides', () => {
    assert.deepEqual(lensesOf(pod('hostNetwork: {{ .Values.hostNetwork }}', ...container)), []);
    assert.deepEqual(lensesOf(pod('{{- toYaml .Values.pod | nindent 2 }}', ...container)), []);
    assert.deepEqual(lensesOf(pod('{{- if .Values.node }}', 'hostNetwork: true', '{{- end }}', ...container)), []);
    assert.deepEqual(lensesOf(pod(...container, '    securityContext: ${CONTEXT}')), []);
  });

  it('claims no level that depends on a condition', () => {
    const conditional = (from: string, to: string) =>
      hardened.replace(from, `{{- if .Values.isHardened }}\n${from}`).replace(to, `{{- end }}\n${to}`);
    assert.deepEqual(lensesOf(conditional('  securityContext:\n', '  containers:\n')), []);
    const volumes = ['{{- if .Values.logs }}', 'hostNetwork: true', '{{- end }}', 'hostPID: true'];
    assert.deepEqual(lensesOf(pod(...volumes, ...container)), [
      '0: Pod Security: privileged · Harden to baseline (1 fixed, 1 by hand: hostNetwork)',
    ]);
    const rest = conditional('  securityContext:\n', '  containers:\n').replace(
      '          - ALL',
      '          - NET_RAW',
    );
    assert.deepEqual(lensesOf(rest), [
      '0: Pod Security: baseline · Harden to restricted (1 fixed, 2 by hand: runAsNonRoot, seccompProfile), perhaps more',
    ]);
    const whole = `{{- if .Values.isOn }}\n${hardened}{{- end }}\n`;
    assert.deepEqual(lensesOf(whole), ['1: Pod Security: restricted']);
    const labels = '  {{- if .Values.labels }}\n  labels:\n    app: web\n  {{- end }}\n';
    const image = pod(...container).replace('  namespace', `${labels}  namespace`);
    assert.deepEqual(lensesOf(image), ['0: Pod Security: baseline · Harden to restricted (4 fixed)']);
  });

  it('claims of a template what is certain', () => {
    const some = pod('hostNetwork: true', 'hostPID: {{ .Values.hostPID }}', ...container);
    assert.deepEqual(lensesOf(some), ['0: Pod Security: privileged · Harden to baseline (1 fixed), perhaps more']);
    const image = pod(...container).replace('1.4.2', '{{ .Values.tag }}');
    assert.deepEqual(lensesOf(image), ['0: Pod Security: baseline · Harden to restricted (4 fixed)']);
    const user = hardened.replace('runAsNonRoot: true', 'runAsNonRoot: {{ .Values.nonRoot }}');
    assert.deepEqual(lensesOf(user), ['0: Pod Security: at least baseline']);
    const more = pod('securityContext:', '  runAsNonRoot: {{ .Values.nonRoot }}', ...container);
    assert.deepEqual(lensesOf(more), ['0: Pod Security: baseline · Harden to restricted (3 fixed), perhaps more']);
  });

  it('is silent about a pod of which only a part is written', () => {
    assert.deepEqual(lensesOf(pod('hostNetwork: true', 'containers:', '  - name: web')), []);
  });

  it('counts what somebody has silenced: the API server reads no comments', () => {
    const text = pod('hostNetwork: true # seaworthy-ignore host-network -- listens on the node', ...container);
    assert.deepEqual(lensesOf(text), ['0: Pod Security: privileged · Harden to baseline (1 fixed)']);
  });

  it('lifts a pod level by level, and leaves every other byte as it was', () => {
    const text = pod(
      '# Reaches the agent.',
      'hostPID: true',
      ...container,
      '    securityContext:',
      '      privileged: true # why?',
    );
    const baseline = lifted(text);
    assert.deepEqual(lensesOf(baseline.text), ['0: Pod Security: baseline · Harden to restricted (4 fixed)']);
    assert.match(baseline.text, /privileged: false # why\?\n/);
    const restricted = lifted(baseline.text);
    assert.deepEqual(lensesOf(restricted.text), ['0: Pod Security: restricted']);
    assert.deepEqual(restricted.left, []);
  });
});
