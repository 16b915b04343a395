import { type LintedText, lint } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import { servedVersions } from '../../manifests/versions/apiVersions/servedApi';
import { versionName } from '../../manifests/versions/kubernetesVersion';
import { type GivenFile, textOf } from '../../rendering/charts/chart/givenFile';
import { type KeptChart, keptChart } from '../../rendering/charts/keptChart';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import { type ChartView, chartView } from '../../rendering/judging/chartView';
import { type ChartToJudge, type JudgedChart, judgeChart } from '../../rendering/judging/judgeChart';
import { joined } from '../uris';
import type { KeptCharts } from './keptCharts';

/** What charts are judged with. */
export interface ChartJudging {
  readonly charts: Pick<KeptCharts, 'read'>;
  /** What a file is linted with, by its URI; undefined for one that is excluded. */
  readonly optionsOf: (uri: string) => Promise<LintOptions | undefined>;
  /** The values sets of the chart in a folder. */
  readonly setsOf: (folder: string, files: readonly GivenFile[]) => Promise<readonly ValuesSet[]>;
  readonly apiVersions: readonly string[];
  /** Of so many charts what is known is kept, those asked about last; of all of them if it isn't said. */
  readonly mostKept?: number;
}

/** A chart as it was judged, with what there is to show in its files. */
export interface ShownChart {
  /** A URI. */
  readonly folder: string;
  readonly chart: ChartToJudge;
  readonly judged: JudgedChart;
  readonly view: ChartView;
}

/** What becomes of a chart. */
export type ChartJudgement =
  | (ShownChart & { readonly state: 'judged' })
  /** The reason goes on from the chart. */
  | { readonly state: 'unreadable'; readonly reason: string }
  | { readonly state: 'excluded' };

/** The charts that somebody has asked about, each judged anew when something has changed. */
export interface JudgedCharts {
  /** The chart in a folder as its files stand. */
  readonly of: (folder: string) => Promise<ChartJudgement>;
  /** A chart as it would be with other files. */
  readonly again: (chart: ChartToJudge, before: ShownChart) => ShownChart;
}

/** What is known of a chart from last time. */
interface Known {
  readonly kept: KeptChart;
  readonly texts: Map<GivenFile, LintedText | undefined>;
  shown: ShownChart | undefined;
}

/** No chart judged yet. */
export function judgedCharts({ charts, optionsOf, setsOf, apiVersions, mostKept }: ChartJudging): JudgedCharts {
  const known = new Map<string, Known>();
  return {
    async of(folder) {
      const options = await optionsOf(joined(folder, 'templates/manifest.yaml'));
      if (!options) return { state: 'excluded' };
      const read = await charts.read(folder);
      if (read.state === 'unreadable') return read;
      const sets = await setsOf(folder, read.files);
      const last: Known = known.get(folder) ?? { kept: keptChart(), texts: new Map(), shown: undefined };
      known.delete(folder);
      known.set(folder, last);
      const [oldest] = known.keys();
      if (mostKept !== undefined && known.size > mostKept && oldest !== undefined) known.delete(oldest);
      const chart: ChartToJudge = {
        files: read.files,
        sets,
        kubernetesVersion: versionName(options.kubernetesVersion),
        apiVersions: [...servedVersions(options.kubernetesVersion), ...apiVersions],
        options,
        render: last.kept.render,
      };
      if (!last.shown || !isSame(last.shown.chart, chart)) last.shown = shownChart(folder, chart, last);
      return { state: 'judged', ...last.shown };
    },
    again: (chart, shown) => shownChart(shown.folder, chart, { texts: new Map(), shown }),
  };
}

function shownChart(folder: string, chart: ChartToJudge, { texts, shown }: Pick<Known, 'texts' | 'shown'>): ShownChart {
  const judged = judgeChart(chart, shown?.chart.options === chart.options ? shown.judged : undefined);
  const linted = new Map<string, LintedText>();
  const current = new Map<GivenFile, LintedText | undefined>();
  for (const file of chart.files) {
    const text = texts.has(file) ? texts.get(file) : silencingText(joined(folder, file.path), file, chart.options);
    current.set(file, text);
    if (text) linted.set(file.path, text);
  }
  texts.clear();
  for (const [file, text] of current) texts.set(file, text);
  return { folder, chart, judged, view: chartView(judged, (path) => linted.get(path)) };
}

/** A file's text as it is linted by itself, if anything in it keeps findings quiet. */
function silencingText(name: string, file: GivenFile, options: LintOptions): LintedText | undefined {
  if (!/\.(?:ya?ml|json|tpl)$/i.test(name)) return undefined;
  const text = textOf(file);
  return /seaworthy-ignore|trivy:ignore/.test(text) ? lint({ name, text }, options) : undefined;
}

function isSame(one: ChartToJudge, other: ChartToJudge): boolean {
  if (one.options !== other.options) return false;
  const files = other.files;
  return (
    one.files.length === files.length &&
    one.files.every((file, index) => file === files[index]) &&
    one.sets.length === other.sets.length &&
    one.sets.every((set, index) => isSameSet(set, other.sets[index]))
  );
}

function isSameSet(one: ValuesSet, other: ValuesSet | undefined): boolean {
  if (one === other) return true;
  return (
    one.name === other?.name &&
    one.release === other.release &&
    one.namespace === other.namespace &&
    one.set.join('\0') === other.set.join('\0') &&
    one.values.length === other.values.length &&
    one.values.every(({ path, text }, index) => {
      const against = other.values[index];
      return path === against?.path && text === against.text;
    })
  );
}
