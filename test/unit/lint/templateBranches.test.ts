import assert from 'node:assert/strict';
import { rules } from '../../../server/rules/catalogue';
import { lines } from '../yaml/editing';
import { foundIn, optionsWith } from './linting';

const options = optionsWith(rules.filter(({ profile }) => profile === 'baseline' || profile === 'restricted'));

/** What is told of some rules: `line severity rule: message`. */
function told(text: string, ...ids: readonly string[]): string[] {
  return foundIn(text, options)
    .filter(({ finding }) => ids.includes(finding.rule.id))
    .map(({ line, finding }) => `${line + 1} ${finding.severity} ${finding.rule.id}: ${finding.message}`);
}

/** A pod whose spec begins with some lines, and whose container ends with others. */
function pod(spec: readonly string[], container: readonly string[] = []): string {
  return lines(
    ...['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: web', 'spec:', ...spec],
    ...['  containers:', '    - name: web', '      image: registry.example.com/web:1.0', ...container],
  );
}

describe('A finding in a template', () => {
  it('is information where a literal stands in a condition, with its fix left to the user', () => {
    const text = pod(['  {{- if .Values.hostNetwork }}', '  hostNetwork: true', '  {{- end }}']);
    assert.deepEqual(told(text, 'host-network'), [
      '7 information host-network: The pod uses the network of its node, when .Values.hostNetwork is set',
    ]);
    const [found] = foundIn(text, options).filter(({ finding }) => finding.rule.id === 'host-network');
    assert.deepEqual(
      found?.finding.fixes.map((fix) => fix.class),
      ['ask'],
    );
  });

  it('says all the conditions it stands in', () => {
    const text = pod([
      ...['  {{- if .Values.node }}', '  {{- if eq .Values.mode "host" }}', '  hostPID: true', '  {{- end }}'],
      ...['  {{- else if .Values.other }}', '  hostIPC: true', '  {{- else }}', '  hostNetwork: true', '  {{- end }}'],
    ]);
    assert.deepEqual(
      told(text, 'host-pid', 'host-ipc', 'host-network').map((line) => line.replace(/^.*, /, '')),
      [
        'when .Values.node is set and .Values.mode is "host"',
        "when .Values.node isn't set and .Values.other is set",
        "when .Values.node isn't set and .Values.other isn't set",
      ],
    );
  });

  it('is what it always was where every way has it, and where its container alone depends on values', () => {
    const either = pod([
      '  {{- if .Values.a }}',
      '  hostPID: true',
      '  {{- else }}',
      '  hostPID: true',
      '  {{- end }}',
    ]);
    assert.deepEqual(
      told(either, 'host-pid').map((line) => line.split(' ')[1]),
      ['error', 'error'],
    );
    const sidecar = pod(
      [],
      [
        ...['    {{- if .Values.metrics }}', '    - name: metrics', '      image: registry.example.com/metrics:1.0'],
        ...['      securityContext:', '        privileged: true', '    {{- end }}'],
      ],
    );
    assert.deepEqual(told(sidecar, 'privileged-container'), [
      '13 error privileged-container: The container "metrics" is privileged: it can do on its node whatever root can',
    ]);
    const whole = `{{- if .Values.enabled }}\n${pod(['  hostPID: true'])}{{- end }}\n`;
    assert.deepEqual(told(whole, 'host-pid'), ['7 error host-pid: The pod sees all processes of its node']);
  });

  it('tells once a container and condition what is missing without an if', () => {
    const text = pod(
      [],
      [
        ...['      {{- if .Values.hardened }}', '      securityContext:', '        allowPrivilegeEscalation: false'],
        ...['        runAsNonRoot: true', '        capabilities:', '          drop: [ALL]', '      {{- end }}'],
      ],
    );
    assert.deepEqual(told(text, 'privilege-escalation', 'capabilities-not-dropped'), [
      '7 information privilege-escalation: The container "web" does not keep its processes from gaining privileges, ' +
        'unless .Values.hardened is set (the same goes for capabilities-not-dropped)',
    ]);
    assert.deepEqual(told(text, 'run-as-non-root'), [
      '5 information run-as-non-root: Nothing keeps the container "web" from running as root, unless .Values.hardened is set',
    ]);
  });

  it('counts as written what an action in an if writes', () => {
    for (const action of ['toYaml .', 'include "context" $', 'tpl .text $']) {
      const text = pod(
        ['  {{- with .Values.pod }}', '  securityContext:', `    {{- ${action} | nindent 4 }}`, '  {{- end }}'],
        [
          '      {{- with .Values.own }}',
          '      securityContext:',
          `        {{- ${action} | nindent 8 }}`,
          '      {{- end }}',
        ],
      );
      assert.deepEqual(foundIn(text, options), [], action);
    }
  });

  it('knows equal conditions, opposite ones and what lies below a value', () => {
    const context = ['      securityContext:', '        allowPrivilegeEscalation: false', '        capabilities:'];
    const drop = ['          drop: [ALL]'];
    const twice = (first: string, second: string) =>
      pod(
        ['  securityContext:', '    runAsNonRoot: true', '    seccompProfile:', '      type: RuntimeDefault'],
        [
          ...[`      {{- if ${first} }}`, ...context, ...drop, '      {{- end }}'],
          ...[`      {{- if ${second} }}`, ...context, ...drop, '      {{- end }}'],
        ],
      );
    assert.deepEqual(foundIn(twice('.Values.a', 'not .Values.a'), options), []);
    assert.deepEqual(foundIn(twice('eq .Values.a "x"', 'ne .Values.a "x"'), options), []);
    assert.equal(foundIn(twice('.Values.a', '.Values.b'), options).length, 1);
    const below = pod(
      ['  {{- if .Values.a.b }}', '  hostNetwork: true', '  {{- end }}'],
      ['      {{- if .Values.a }}', '      ports: []', '      {{- end }}'],
    );
    assert.match(told(below, 'host-network').join('\n'), /, when \.Values\.a\.b is set$/);
  });

  it('reads few ways, however many conditions there are', () => {
    const many = Array.from({ length: 100 }, (_, index) => [
      `  {{- if .Values.v${index} }}`,
      `  v${index}: true`,
      '  {{- end }}',
    ]).flat();
    const text = pod(['  {{- if .Values.host }}', '  hostPID: true', '  {{- end }}', ...many]);
    assert.deepEqual(told(text, 'host-pid'), [
      '7 information host-pid: The pod sees all processes of its node, when .Values.host is set',
    ]);
  });
});
