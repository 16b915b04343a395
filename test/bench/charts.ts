import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import type { LintOptions } from '../../server/lint/lintOptions';
import type { GivenFile } from '../../server/rendering/charts/chart/givenFile';
import { decodeUtf8, encodeUtf8 } from '../../server/rendering/charts/go/bytes';
import { type KeptChart, keptChart } from '../../server/rendering/charts/keptChart';
import type { ValuesSet } from '../../server/rendering/charts/valuesSet';
import { type JudgedChart, judgeChart } from '../../server/rendering/judging/judgeChart';
import { chartFolder } from '../../server/workspace/disk/chartFolder';
import { type ChartPair, chartPairs, valuesFiles } from '../conformance/charts/chartPairs';
import { median } from './figures';

/** What rendering and judging the charts of `../shared/charts` takes of the processor, in milliseconds. */
export interface MeasuredCharts {
  readonly pairs: number;
  readonly all: number;
  /** In MB, at its highest. */
  readonly memory: number;
  readonly typing: readonly { readonly what: string; readonly rendered: number; readonly judged: number }[];
}

const keys = 40;
/** The first keys pay for what is compiled then. */
const warmUp = 10;

/** Places where somebody types: what stands there, and what it becomes with so many keys. */
const typed: readonly {
  readonly chart: string;
  readonly file: string;
  readonly edit: (text: string, count: number) => string;
}[] = [
  {
    chart: 'argoproj/argo-cd',
    file: 'templates/argocd-server/deployment.yaml',
    edit: (text, count) => text.replace('metadata:\n', `metadata:\n  # ${'x'.repeat(count)}\n`),
  },
  {
    chart: 'argoproj/argo-cd',
    file: 'values.yaml',
    edit: (text, count) =>
      text.replace(/^ +tag: .*$/m, (line) => `${line.slice(0, line.indexOf(':'))}: "${'1'.repeat(count)}"`),
  },
  {
    chart: 'argoproj/argo-cd',
    file: 'values.yaml',
    edit: (text, count) => `# ${'x'.repeat(count)}\n${text}`,
  },
  {
    chart: 'prometheus-community/prometheus',
    file: 'templates/_helpers.tpl',
    edit: (text, count) => `{{/* ${'x'.repeat(count)} */}}\n${text}`,
  },
];

/** Measures, and says what as JSON. */
export function measuredCharts(): string {
  const chosen = optionsFor(emptyConfiguration, 'all.yaml', { reportsSyntax: true, checksEveryDocument: false });
  if (chosen.state === 'excluded') throw new Error('The empty configuration excludes a file.');
  const { options } = chosen;
  const pairs = chartPairs();
  const all = processorTime(() => judgeAll(pairs, options));
  const memory = process.resourceUsage().maxRSS / 1024;
  const typing = typed.flatMap((one) => {
    const pair = pairs.find(({ name }) => name === one.chart);
    return pair ? [{ what: `${one.chart}, ${one.file}`, ...measuredTyping(pair, one, options) }] : [];
  });
  const measured: MeasuredCharts = { pairs: pairs.length, all, memory, typing };
  return JSON.stringify(measured);
}

function judgeAll(pairs: readonly ChartPair[], options: LintOptions): void {
  for (const chart of new Set(pairs.map((pair) => pair.chart))) {
    const sets = pairs.filter((pair) => pair.chart === chart).map(setOf);
    judged({ files: filesOf(chart), sets, options, kept: keptChart() });
  }
}

function measuredTyping(pair: ChartPair, { file, edit }: (typeof typed)[number], options: LintOptions) {
  const files = filesOf(pair.chart);
  const text = decodeUtf8(files.find(({ path }) => path === file)?.bytes ?? new Uint8Array());
  const kept = keptChart();
  const times: { rendered: number; judged: number }[] = [];
  let before: JudgedChart | undefined;
  for (let key = 1; key <= keys; key++) {
    let rendered = 0;
    const counting: KeptChart = {
      render(rendering) {
        let result: ReturnType<KeptChart['render']> | undefined;
        rendered += processorTime(() => {
          result = kept.render(rendering);
        });
        return result ?? kept.render(rendering);
      },
    };
    const edited = files.map((one) => (one.path === file ? { path: file, bytes: encodeUtf8(edit(text, key)) } : one));
    const time = processorTime(() => {
      before = judged({ files: edited, sets: [setOf(pair)], options, kept: counting }, before);
    });
    times.push({ rendered, judged: time });
  }
  const later = times.slice(warmUp);
  return { rendered: median(later.map((one) => one.rendered)), judged: median(later.map((one) => one.judged)) };
}

interface Judging {
  readonly files: readonly GivenFile[];
  readonly sets: readonly ValuesSet[];
  readonly options: LintOptions;
  readonly kept: KeptChart;
}

function judged({ files, sets, options, kept }: Judging, before?: JudgedChart): JudgedChart {
  const chart = { files, sets, options, kubernetesVersion: undefined, apiVersions: [], render: kept.render };
  return judgeChart(chart, before);
}

function setOf(pair: ChartPair): ValuesSet {
  return { name: pair.name, release: 'rel', namespace: 'web', values: valuesFiles(pair), set: [] };
}

function filesOf(chart: string): readonly GivenFile[] {
  const read = chartFolder(chart);
  if (!('files' in read)) throw new Error(`${chart} can't be read`);
  return read.files;
}

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
