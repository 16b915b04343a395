import assert from 'node:assert/strict';
import { lint } from '../../../server/lint/lint';
import type { LintOptions } from '../../../server/lint/lintOptions';
import { shownObjectField } from '../../../server/lint/objectField';
import { shownText } from '../../../server/manifests/secrets/hideSecrets';
import type { GivenFile } from '../../../server/rendering/charts/chart/givenFile';
import type { SourceFile } from '../../../server/rendering/charts/origins/source';
import { trace } from '../../../server/rendering/charts/origins/trace';
import { renderChart } from '../../../server/rendering/charts/renderChart';
import { type JudgedChart, judgeChart } from '../../../server/rendering/judging/judgeChart';
import type { RenderedSet } from '../../../server/rendering/judging/renderedSet';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { everyRule } from '../../unit/fixes/everyRule';
import { type ChartPair, valuesFiles } from './chartPairs';

/** Every rule, for the version that helm itself takes. */
export const options: LintOptions = { ...everyRule, kubernetesVersion: 35 };

/** Judges a chart with one values file, as every test does: one release, one namespace. */
export function judgedPair(pair: ChartPair): JudgedChart {
  const read = chartFolder(pair.chart);
  assert.ok('files' in read);
  return judgedFiles(read.files, valuesFiles(pair));
}

/** Judges the files of a chart in the same way. */
export function judgedFiles(files: readonly GivenFile[], values: readonly SourceFile[]): JudgedChart {
  const set = { name: 'the set', release: 'rel', namespace: 'web', values, set: [] };
  return judgeChart({
    files,
    sets: [set],
    kubernetesVersion: undefined,
    apiVersions: [],
    options,
    render: renderChart,
  });
}

/** What comments say of themselves is told where they stand. */
const aboutComments = /^(?:unused-ignore|unknown-rule) /;

/** Everything that is found in a text: rule, object, field. */
export function foundIn(text: string): string[] {
  return keysOf(lint({ name: '', text }, options)).map(({ key }) => key);
}

/** The same of what a chart has rendered, but for what is random or of the day. */
export function foundOfChart({ findings }: JudgedChart): string[] {
  return findings.map(({ finding, about }) => keyOf(finding.rule.id, about)).sort();
}

/** What is found of a chart's random values. */
export function foundOfRandom({ text, linted }: RenderedSet): string[] {
  return keysOf(linted)
    .filter(({ start, end }) => {
      for (let at = start; at < end; at++) if (trace(text.source, at).isUnknown) return true;
      return false;
    })
    .map(({ key }) => key);
}

function keysOf(linted: ReturnType<typeof lint>) {
  return linted.documents
    .flatMap(({ start, document }) => {
      const objects = document.reading.objects.map(({ object }) => object);
      const shown = shownText(document.text, objects, linted.options.workloadKinds);
      return document.findings.map((finding) => ({
        key: keyOf(finding.rule.id, shownObjectField(finding, shown)),
        start: start + finding.range.start,
        end: start + finding.range.end,
      }));
    })
    .filter(({ key }) => !aboutComments.test(key))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function keyOf(rule: string, about: ReturnType<typeof shownObjectField>): string {
  return `${rule} ${JSON.stringify(about)}`;
}
