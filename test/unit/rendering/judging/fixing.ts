import assert from 'node:assert/strict';
import { decodeUtf8, encodeUtf8 } from '../../../../server/rendering/charts/go/bytes';
import { keptChart } from '../../../../server/rendering/charts/keptChart';
import type { ValuesSet } from '../../../../server/rendering/charts/valuesSet';
import { type ChartFileEdits, type ChartFix, fixesOf } from '../../../../server/rendering/judging/fixes/chartFixes';
import { type ChartToJudge, judgeChart } from '../../../../server/rendering/judging/judgeChart';
import { applyTextEdits } from '../../../../server/yaml/write/renderEdits';
import { everyRule } from '../../fixes/everyRule';
import { type ChartTexts, filesOf } from '../charts/rendering';

/** The chart's own values, and others that a test names. */
export type TestSets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A chart that is written in a test, to be judged with its own values, and with others over them. */
export function chartOf(texts: ChartTexts, others: TestSets = {}): ChartToJudge {
  const set = (name: string, values: Readonly<Record<string, string>>): ValuesSet => ({
    name,
    release: 'rel',
    namespace: 'web',
    values: Object.entries(values).map(([path, text]) => ({ path, text })),
    set: [],
  });
  return {
    files: filesOf(texts),
    sets: [set('values.yaml', {}), ...Object.entries(others).map(([name, values]) => set(name, values))],
    kubernetesVersion: undefined,
    apiVersions: [],
    options: everyRule,
    render: keptChart().render,
  };
}

/** What a rule's fixes make of the files of a chart: the first finding, the first fix. */
export function fixed(
  chart: ChartToJudge,
  rule: string,
  field?: string,
): { fix: ChartFix; texts: Record<string, string> } | undefined {
  const judged = judgeChart(chart);
  assert.deepEqual(
    judged.refused.map(({ rendered }) => rendered.message),
    [],
  );
  const found = judged.findings.find(
    ({ finding, about }) => finding.rule.id === rule && (field === undefined || about.field === field),
  );
  assert.ok(
    found,
    `${rule} in ${judged.findings.map(({ finding, about }) => `${finding.rule.id} ${about.field}`).join('\n')}`,
  );
  const [fix] = fixesOf(chart, judged, found);
  if (!fix) return undefined;
  return { fix, texts: textsAfter(chart, fix.files) };
}

/** The files of a chart that edits change, as they leave them. */
export function textsAfter(chart: ChartToJudge, files: readonly ChartFileEdits[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { path, edits } of files) {
    const given = chart.sets.flatMap(({ values }) => values).find((file) => file.path === path)?.text;
    const own = chart.files.find((file) => file.path === path);
    texts[path] = applyTextEdits(given ?? decodeUtf8(own?.bytes ?? encodeUtf8('')), edits);
  }
  return texts;
}

/** A Deployment around the lines of its one container, and more of its pod. */
export function deployment(container: string, pod = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}-web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${pod}      containers:
        - name: web
${container}`;
}
