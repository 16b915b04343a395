import assert from 'node:assert/strict';
import { lint } from '../../../../server/lint/lint';
import type { LintOptions } from '../../../../server/lint/lintOptions';
import { baselineRules } from '../../../../server/rules/baseline/baselineRules';
import { silenceRules } from '../../../../server/rules/silences/silenceRules';
import { assertMarked, fixed, type LintedFor } from '../../rules/markedManifest';
import { linesFound, optionsWith } from '../linting';

const linted: LintedFor = { rules: [...baselineRules, ...silenceRules] };
const options = optionsWith([...baselineRules, ...silenceRules]);

function pod(...lines: readonly string[]): string {
  return ['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: web', 'spec:', ...lines, ''].join('\n');
}

function messages(text: string, changed: Partial<LintOptions> = {}): string[] {
  return lint(text, { ...options, ...changed }).documents.flatMap(({ document }) =>
    document.findings.map(({ message }) => message),
  );
}

describe('a silence in a comment', () => {
  it('covers the findings of its own line', () => {
    assertMarked(
      pod(
        '  hostNetwork: true # seaworthy-ignore host-network -- listens on the node',
        '  hostPID: true # ← host-pid',
        '  containers: []',
      ),
      linted,
    );
  });

  it('covers the next line that says anything', () => {
    assertMarked(
      pod(
        '  # seaworthy-ignore-next-line host-network, host-pid -- an agent',
        '',
        '  # of the node',
        '  hostNetwork: true',
        '  hostPID: true # ← host-pid',
        '  containers: []',
      ).replace(', host-pid', ''),
      linted,
    );
  });

  it('covers the container that starts on its line, and no other', () => {
    const container = ['      securityContext:', '        privileged: true'];
    assertMarked(
      pod(
        '  containers:',
        '    # seaworthy-ignore-next-line privileged-container',
        '    - name: agent',
        ...container,
        '    - name: sidecar # seaworthy-ignore privileged-container -- mounts volumes',
        ...container,
        '    - name: web',
        '      securityContext:',
        '        privileged: true # ← privileged-container',
      ),
      linted,
    );
  });

  it('covers the object that starts on the next line', () => {
    const agent = pod('  hostNetwork: true', '  hostPID: true', '  containers: []');
    assertMarked(
      `# seaworthy-ignore-next-line host-network, host-pid\n${agent}---\n# seaworthy-ignore-next-line host-pid\n${agent.replace(
        'hostNetwork: true',
        'hostNetwork: true # ← host-network',
      )}`,
      linted,
    );
  });

  it('covers the whole file, wherever it stands', () => {
    const agent = pod('  hostNetwork: true', '  containers: []');
    assertMarked(`${agent}---\n${agent}# seaworthy-ignore-file host-network -- agents\n`, linted);
  });

  it('is none where it only looks like a comment', () => {
    assert.deepEqual(
      linesFound(
        pod(
          '  hostNetwork: true',
          '  containers:',
          '    - name: web',
          '      command: ["sh", "-c", "echo # seaworthy-ignore-file host-network"]',
          '      args:',
          '        - |',
          '          # seaworthy-ignore-file host-network',
        ),
        options,
      ),
      ['host-network 6'],
    );
  });

  it('is read in templates, in every branch', () => {
    assertMarked(
      pod(
        '  {{- if .Values.agent }}',
        '  hostNetwork: true # seaworthy-ignore host-network',
        '  {{- else }}',
        '  hostPID: true # seaworthy-ignore host-pid',
        '  {{- end }}',
        '  containers: []',
      ),
      linted,
    );
  });
});

describe('the annotation seaworthy.dev/ignore', () => {
  it('covers its object, on a workload the pods too', () => {
    assertMarked(
      `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations:
    seaworthy.dev/ignore: "host-network, host-pid -- an agent"
spec:
  template:
    spec:
      hostNetwork: true
      hostPID: true
      hostIPC: true # ← host-ipc
      containers: []
`,
      linted,
    );
  });

  it('covers a pod template that it stands on, and one object of a List alone', () => {
    const item = (annotation: string, mark: string) => `- apiVersion: v1
  kind: Pod
  metadata:
    name: web${annotation}
  spec:
    hostNetwork: true${mark}
    containers: []
`;
    const annotation = '\n    annotations:\n      seaworthy.dev/ignore: host-network';
    assertMarked(`apiVersion: v1\nkind: List\nitems:\n${item(annotation, '')}${item('', ' # ← host-network')}`, linted);
    assertMarked(
      `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: web
spec:
  template:
    metadata:
      annotations:
        seaworthy.dev/ignore: host-network
    spec:
      hostNetwork: true
      containers: []
`,
      linted,
    );
  });
});

describe('a silence that does nothing', () => {
  it('is told where no finding is covered, and its fix removes it', () => {
    const text = pod('  # seaworthy-ignore-next-line host-network -- once', '  containers: []');
    assert.deepEqual(messages(text), ['There is nothing of host-network to keep quiet on the next line']);
    assert.equal(fixed(text, '', linted), pod('  containers: []'));
    const behind = pod('  containers: [] # seaworthy-ignore host-network');
    assert.equal(fixed(behind, '', linted), pod('  containers: []'));
    const annotated = pod('  containers: []').replace(
      '  name: web\n',
      '  name: web\n  annotations:\n    seaworthy.dev/ignore: host-pid\n',
    );
    assert.equal(fixed(annotated, '', linted), pod('  containers: []'));
  });

  it('keeps the rules that do something', () => {
    const text = pod('  hostNetwork: true # seaworthy-ignore host-pid, host-network -- why not', '  containers: []');
    assert.equal(fixed(text, '', linted), text.replace('host-pid, ', ''));
  });

  it('is not told of rules that are off', () => {
    assert.deepEqual(messages(pod('  containers: [] # seaworthy-ignore image-tag')), []);
  });

  it('is told where it names a rule that nobody knows, and its fix names the nearest', () => {
    const text = pod('  hostNetwork: false # seaworthy-ignore host-netwrk', '  containers: []');
    assert.deepEqual(messages(text), ['There is no rule "host-netwrk"; did you mean host-network?']);
    assert.equal(fixed(text, '', linted), text.replace('host-netwrk', 'host-network'));
  });

  it('is told where its word is misspelt', () => {
    const text = pod('  containers: [] # seaworthy-ignore-nextline host-network');
    assert.deepEqual(messages(text), [
      'A silence can\'t begin with "seaworthy-ignore-nextline", so it keeps nothing quiet',
    ]);
    assert.equal(fixed(text, '', linted), text.replace('nextline', 'next-line'));
  });

  it('counts without a reason unless the configuration asks for one', () => {
    const text = pod('  hostNetwork: true # seaworthy-ignore host-network', '  containers: []');
    assert.deepEqual(messages(text), []);
    assert.deepEqual(messages(text, { requiresReasons: true }).slice(1), [
      'This silence has no reason, and the configuration asks for one, so it keeps nothing quiet',
    ]);
    assert.deepEqual(
      messages(text.replace('ignore host-network', 'ignore host-network -- agent'), { requiresReasons: true }),
      [],
    );
  });
});

describe('the silences of other linters', () => {
  const annotated = (annotation: string) =>
    pod('  hostNetwork: true', '  containers: []').replace(
      '  name: web\n',
      `  name: web\n  annotations:\n    ${annotation}\n`,
    );

  for (const [tool, annotation] of [
    ['kube-linter', 'ignore-check.kube-linter.io/host-network: "an agent"'],
    ['kube-linter', 'kube-linter.io/ignore-all: "an agent"'],
    ['checkov', 'checkov.io/skip1: CKV_K8S_19=an agent'],
    ['checkov', 'bridgecrew.io/skip1: CKV_K8S_19'],
    ['polaris', 'polaris.fairwinds.com/hostNetworkSet-exempt: "true"'],
    ['polaris', 'polaris.fairwinds.com/exempt: "true"'],
  ] as const) {
    it(`count if ${tool} is honoured: ${annotation}`, () => {
      assert.equal(messages(annotated(annotation), { honoured: [tool] }).length, 0);
      assert.equal(messages(annotated(annotation), { honoured: ['trivy'] }).length, 1);
      assert.equal(messages(annotated(annotation)).length, 1);
    });
  }

  it('count in Trivy’s comments, in any of its spellings', () => {
    for (const id of ['KSV009', 'AVD-KSV-0009', 'KSV-0009']) {
      const text = pod(`  hostNetwork: true # trivy:ignore:${id}`, '  containers: []');
      assert.deepEqual(messages(text, { honoured: ['trivy'] }), []);
      assert.equal(messages(text).length, 1);
    }
  });
});

describe('silences and edits', () => {
  it('are judged anew when the document with a silence for the file changes', () => {
    const agent = pod('  hostNetwork: true', '  containers: []');
    const quiet = `${agent}---\n# seaworthy-ignore-file host-network\n${pod('  containers: []')}`;
    const before = lint(quiet, options);
    assert.deepEqual(
      before.documents.map(({ document }) => document.findings.length),
      [0, 0],
    );
    const after = lint(quiet.replace('-file', '-fil'), options, before);
    assert.deepEqual(
      after.documents.map(({ document }) => document.findings.map(({ rule }) => rule.id)),
      [['host-network'], ['unknown-rule']],
    );
    const again = lint(quiet, options, after);
    assert.equal(again.documents[0]?.document.silenced[0]?.finding.rule.id, 'host-network');
  });
});
