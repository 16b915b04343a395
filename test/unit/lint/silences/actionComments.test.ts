import assert from 'node:assert/strict';
import { lint } from '../../../../server/lint/lint';
import { baselineRules } from '../../../../server/rules/baseline/baselineRules';
import { silenceRules } from '../../../../server/rules/silences/silenceRules';
import { fixed } from '../../rules/markedManifest';
import { optionsWith } from '../linting';

const rules = [...baselineRules, ...silenceRules];
const options = optionsWith(rules);

function pod(...lines: readonly string[]): string {
  return ['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: {{ .Release.Name }}', 'spec:', ...lines, ''].join('\n');
}

function found(text: string, requiresReasons = false): string[] {
  return lint(text, { ...options, requiresReasons }).documents.flatMap(({ document }) =>
    document.findings.map(({ rule }) => rule.id),
  );
}

describe('a silence in a comment of a template', () => {
  it('covers the findings of its own line, or of the next one', () => {
    const text = pod(
      '  hostNetwork: true {{- /* seaworthy-ignore host-network -- listens on the node */}}',
      '  {{- /* seaworthy-ignore-next-line host-pid */}}',
      '  hostPID: true',
      '  hostIPC: true {{/* seaworthy-ignore host-ipc */ -}}',
      '',
      '  containers: []',
    );
    assert.deepEqual(found(text), []);
  });

  it('is reported where it covers nothing, and goes as a whole', () => {
    const text = pod('  hostPID: false {{- /* seaworthy-ignore host-pid -- why */}}', '  containers: []');
    assert.deepEqual(found(text), ['unused-ignore']);
    assert.equal(fixed(text, 'Remove this silence', { rules }), pod('  hostPID: false', '  containers: []'));
  });

  it('counts without a reason only where none is asked for', () => {
    const text = pod('  hostPID: true {{- /* seaworthy-ignore host-pid */}}', '  containers: []');
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(text, true).sort(), ['host-pid', 'unused-ignore']);
  });
});
