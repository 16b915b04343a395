import { resolve } from 'node:path';
import { type LintedText, lint } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import { versionName } from '../../manifests/versions/kubernetesVersion';
import { decodeUtf8 } from '../../rendering/charts/go/bytes';
import { renderChart } from '../../rendering/charts/renderChart';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import { type ChartView, chartView } from '../../rendering/judging/chartView';
import { judgeChart } from '../../rendering/judging/judgeChart';
import { keptCharts } from '../../workspace/charts/keptCharts';
import { diskFiles } from '../../workspace/disk/diskFiles';
import { joined, nameOf, shownUri } from '../../workspace/uris';
import type { Configurations } from '../configurations';
import type { ChartRendering } from './chartValues';

/** A chart of the disk as it was judged. */
export interface CheckedChart {
  readonly state: 'judged';
  /** Absolute. */
  readonly folder: string;
  readonly view: ChartView;
  /** How many values sets it is rendered with. */
  readonly sets: number;
}

/** What becomes of a chart. */
export type ChartChecking =
  | CheckedChart
  /** The reason goes on from the chart's name. */
  | { readonly state: 'unreadable'; readonly reason: string }
  | { readonly state: 'excluded' };

/** Charts of the disk, each read once. */
export const chartsOfDisk = () => keptCharts({ files: diskFiles, openFiles: () => [] });

/**
 * Renders a chart of the disk, and judges it.
 *
 * @param uri the chart's folder
 */
export async function checkChart(
  uri: string,
  { given, apiVersions }: ChartRendering,
  known: Configurations,
): Promise<ChartChecking> {
  const folder = resolve(shownUri(uri));
  const path = resolve(folder, 'templates', 'manifest.yaml');
  const { options: configured } = await known.configured({ path, isNamed: false, isShown: false });
  if (configured.state === 'excluded') return { state: 'excluded' };
  const { options } = configured;
  const read = await chartsOfDisk().read(uri);
  if (read.state === 'unreadable') return read;
  const set: ValuesSet = {
    name: given ? 'the values given' : 'values.yaml',
    release: given?.release ?? releaseOf(nameOf(uri)),
    namespace: given?.namespace ?? 'default',
    values: given?.values ?? [],
    set: given?.set ?? [],
  };
  const judged = judgeChart({
    files: read.files,
    sets: [set],
    kubernetesVersion: versionName(options.kubernetesVersion),
    apiVersions,
    options,
    render: renderChart,
  });
  const texts = new Map<string, LintedText>();
  for (const { path: name, bytes } of read.files) {
    const linted = silencingText(joined(uri, name), bytes, options);
    if (linted) texts.set(name, linted);
  }
  return { state: 'judged', folder, view: chartView(judged, (name) => texts.get(name)), sets: 1 };
}

/** A file's text as it is linted by itself, if anything in it keeps findings quiet. */
function silencingText(name: string, bytes: Uint8Array, options: LintOptions): LintedText | undefined {
  if (!/\.(?:ya?ml|json|tpl)$/i.test(name)) return undefined;
  const text = decodeUtf8(bytes);
  return /seaworthy-ignore|trivy:ignore/.test(text) ? lint({ name, text }, options) : undefined;
}

/** A release is named like its chart's folder, as far as helm takes the name. */
function releaseOf(name: string): string {
  const legal = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 53)
    .replace(/^-+|-+$/g, '');
  return legal === '' ? 'release' : legal;
}
