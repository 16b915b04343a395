import assert from 'node:assert/strict';
import { chartSilencing } from '../../../../server/rendering/judging/fixes/chartSilencing';
import { type ChartToJudge, judgeChart } from '../../../../server/rendering/judging/judgeChart';
import { chartOf, deployment, textsAfter } from './fixing';

const template = 'templates/deployment.yaml';
const helper = '{{- define "web.security" -}}\nprivileged: true\n{{- end }}\n';
const fromValues =
  '          image: nginx:1.27\n          securityContext:\n            privileged: {{ .Values.privileged }}\n';

describe('A comment that keeps a finding in a chart quiet', () => {
  it('stands on the line of the value that says it', () => {
    const chart = chartOf({ 'values.yaml': 'privileged: true\n', [template]: deployment(fromValues) });
    assert.deepEqual(silenced(chart, false), {
      'values.yaml': 'privileged: true # seaworthy-ignore privileged-container\n',
    });
  });

  it('stands above a line that has a comment', () => {
    const chart = chartOf({ 'values.yaml': 'privileged: true # for now\r\n', [template]: deployment(fromValues) });
    assert.deepEqual(silenced(chart, false), {
      'values.yaml': '# seaworthy-ignore-next-line privileged-container\r\nprivileged: true # for now\r\n',
    });
  });

  it('asks for the reason where it can', () => {
    const chart = chartOf({ 'values.yaml': 'privileged: true\n', [template]: deployment(fromValues) });
    assert.deepEqual(silenced(chart, true), {
      'values.yaml': 'privileged: true # seaworthy-ignore privileged-container -- say why\n',
    });
  });

  it('is an action in a template, so that nothing of it is rendered', () => {
    const lines = fromValues.replace('{{ .Values.privileged }}', 'true');
    const chart = chartOf({ [template]: deployment(lines) });
    assert.deepEqual(silenced(chart, true), {
      [template]: deployment(
        lines.replace(
          'privileged: true',
          'privileged: true {{- /* seaworthy-ignore privileged-container -- say why */}}',
        ),
      ),
    });
  });

  it('stands in the template that is included', () => {
    const lines =
      '          image: nginx:1.27\n          securityContext:\n            {{- include "web.security" . | nindent 12 }}\n';
    const chart = chartOf({ 'templates/_helpers.tpl': helper, [template]: deployment(lines) });
    assert.deepEqual(silenced(chart, false), {
      'templates/_helpers.tpl': helper.replace('true', 'true {{- /* seaworthy-ignore privileged-container */}}'),
    });
  });

  it('joins the rules that are kept quiet there already', () => {
    const values = 'privileged: true # seaworthy-ignore image-tag -- why\n';
    const chart = chartOf({ 'values.yaml': values, [template]: deployment(fromValues) });
    assert.deepEqual(silenced(chart, false), {
      'values.yaml': values.replace('image-tag', 'image-tag, privileged-container'),
    });
  });
});

function silenced(chart: ChartToJudge, asksWhy: boolean): Record<string, string> | undefined {
  const judged = judgeChart(chart);
  const found = judged.findings.find(({ finding }) => finding.rule.id === 'privileged-container');
  assert.ok(found);
  const [way] = chartSilencing(chart, judged, found, asksWhy);
  return way && textsAfter(chart, way.files);
}
