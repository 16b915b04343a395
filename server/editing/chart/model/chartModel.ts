import { readOnce } from '../../../readOnce';
import { readArchive } from '../../../rendering/charts/chart/archive';
import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import { Fault } from '../../../rendering/charts/go/fault';
import { type ChartDescription, describedIn } from './chartDescription';
import type { ValuePath } from './valuePath';

/** A chart as those who edit it see it: one for each section of values that some chart has for it. */
export interface EditedChart {
  readonly description: ChartDescription;
  /** Where its files lie from the topmost chart's folder: ``, `charts/db/` or `charts/db-1.0.0.tgz!`. */
  readonly folder: string;
  /** The path to its values from those of the topmost chart. */
  readonly section: ValuePath;
  /** True for one whose files nobody can open. */
  readonly isPacked: boolean;
  readonly parent: EditedChart | undefined;
  /** The paths of values files that somebody uses it with. */
  readonly laidOver: ReadonlySet<string>;
  /** Its own files by their paths from its folder; those of charts in it are left out. */
  readonly files: ReadonlyMap<string, GivenFile>;
  /** `Chart.yaml` and `requirements.yaml`. */
  readonly describing: readonly GivenFile[];
  readonly charts: readonly EditedChart[];
  /** The sections of dependencies that aren't there. */
  readonly absent: readonly string[];
}

/** So deep charts in charts are looked at. */
const deepest = 8;

/** A chart with the charts in it, from its files; undefined where there is none. */
export function editedChart(files: readonly GivenFile[], laidOver: readonly string[] = []): EditedChart | undefined {
  const place = { folder: '', section: [], isPacked: false, parent: undefined };
  return chartIn(files, { ...place, laidOver: new Set(laidOver) });
}

/** A chart and all charts in it. */
export function* allCharts(chart: EditedChart): Iterable<EditedChart> {
  yield chart;
  for (const inner of chart.charts) yield* allCharts(inner);
}

type Place = Pick<EditedChart, 'folder' | 'section' | 'isPacked' | 'parent' | 'laidOver'>;

const none: ReadonlySet<string> = new Set();

function chartIn(given: readonly GivenFile[], place: Place): EditedChart | undefined {
  const files = new Map<string, GivenFile>();
  const inner = new Map<string, GivenFile[]>();
  for (const file of given) {
    const path = place.isPacked ? file.path : file.path.slice(place.folder.length);
    const [first, name = ''] = path.split('/', 2);
    if (first !== 'charts') files.set(path, file);
    else if (!/^[_.]/.test(name)) inner.set(name, [...(inner.get(name) ?? []), file]);
  }
  const own = files.get('Chart.yaml');
  if (!own) return undefined;
  const required = files.get('requirements.yaml');
  const described = describedIn(own);
  const dependencies = required ? describedIn(required).dependencies : described.dependencies;
  const description = { ...described, dependencies };
  const charts: EditedChart[] = [];
  const describing = required ? [own, required] : [own];
  const chart: EditedChart = { ...place, description, files, describing, charts, absent: [] };
  if (place.section.length >= deepest) return chart;
  const found = new Map([...inner].flatMap(([name, held]) => candidate(name, held, chart) ?? []));
  const absent: string[] = [];
  const wanted = new Set<string>();
  for (const { name, key } of dependencies) {
    wanted.add(name);
    const made = found.get(name)?.(key);
    if (made) charts.push(made);
    else absent.push(key);
  }
  for (const [name, make] of found) {
    const made = wanted.has(name) ? undefined : make(name);
    if (made) charts.push(made);
  }
  return Object.assign(chart, { absent });
}

/** A chart in `charts/`, by its name, and what makes it under a key of values. */
function candidate(
  name: string,
  held: readonly GivenFile[],
  parent: EditedChart,
): [string, (key: string) => EditedChart | undefined][] | undefined {
  const [first] = held;
  const isPacked = parent.isPacked || (name.endsWith('.tgz') && held.length === 1);
  const folder = `${parent.folder}charts/${name}${name.endsWith('.tgz') ? '!' : '/'}`;
  const files = name.endsWith('.tgz') && first ? unpacked(first) : filesBelow(held, name, parent.isPacked);
  const described = files.find(({ path }) => path === (isPacked ? 'Chart.yaml' : `${folder}Chart.yaml`));
  if (!described) return undefined;
  const make = (key: string) =>
    chartIn(files, { folder, section: [...parent.section, key], isPacked, parent, laidOver: none });
  return [[describedIn(described).name || name, make]];
}

/** The files of a folder in `charts/`; those of a packed chart are named from its own folder. */
function filesBelow(held: readonly GivenFile[], name: string, isPacked: boolean): readonly GivenFile[] {
  const start = `charts/${name}/`;
  return isPacked ? held.map((file) => inPacked(file).get(start) ?? file) : held;
}

/** A file of a packed chart under its path from a folder; the same object each time. */
const inPacked = readOnce((file: GivenFile) => ({
  known: new Map<string, GivenFile>(),
  get(start: string): GivenFile {
    const found = this.known.get(start) ?? { path: file.path.slice(start.length), bytes: file.bytes };
    this.known.set(start, found);
    return found;
  },
}));

/** The files of a packed chart; none of one that can't be read, which rendering tells of. */
const unpacked = readOnce(({ bytes }: GivenFile): readonly GivenFile[] => {
  try {
    return readArchive(bytes);
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
});
