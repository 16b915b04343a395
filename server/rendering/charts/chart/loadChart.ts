import { readOnce } from '../../../readOnce';
import { Fault, reworded } from '../go/fault';
import { lineIn } from '../origins/place';
import type { SourceFile } from '../origins/source';
import { table } from '../values/value';
import { readYaml } from '../yaml/readYaml';
import { readArchive } from './archive';
import { type Chart, type ChartFile, setDependencies } from './chart';
import type { GivenFile } from './givenFile';
import type { KeptFiles } from './keptFiles';
import { type Metadata, readMetadata, validateMetadata } from './metadata';
import { asTable, readValues } from './readValues';

/** So deep charts in charts are read. */
const deepest = 50;

/**
 * Puts a chart together from its files, as helm does.
 *
 * @param folder where its files lie, as places say it: `` or `charts/child/`
 */
export function loadChart(given: readonly GivenFile[], kept: KeptFiles, folder = '', depth = 0): Chart {
  if (depth > deepest) throw new Fault('charts lie too deep in each other');
  const files = given.map(
    ({ path, bytes }): ChartFile => ({ name: path, bytes, source: kept.ofChart(folder + path, bytes) }),
  );
  const parts = sorted(files);
  const chart: Chart = { ...parts, dependencies: [], parent: undefined };
  const dependencies: Chart[] = [];
  for (const [name, inner] of subcharts(files)) {
    try {
      const child = subchart(name, inner, { kept, folder, depth });
      if (child) dependencies.push(child);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw reworded(error, `error unpacking subchart ${name} in ${chart.metadata.name}: ${error.message}`);
    }
  }
  setDependencies(chart, dependencies);
  return chart;
}

/** What a chart's own files are. */
function sorted(files: readonly ChartFile[]): Omit<Chart, 'dependencies' | 'parent'> {
  let metadata: Metadata | undefined;
  const described = files.find(({ name }) => name === 'Chart.yaml');
  if (described) metadata = within(described, () => readMetadata(yamlTable(described.source)));
  let values = table();
  let schema: ChartFile | undefined;
  const templates: ChartFile[] = [];
  const others: ChartFile[] = [];
  for (const file of files) {
    switch (file.name) {
      case 'Chart.yaml':
        break;
      case 'Chart.lock':
        within(file, () => yamlTable(file.source));
        break;
      case 'values.yaml':
        values = within(file, () => readValues(file.source));
        break;
      case 'values.schema.json':
        schema = file;
        break;
      case 'requirements.yaml': {
        const before = metadata;
        metadata = within(file, () => readMetadata(yamlTable(file.source), before));
        if (metadata.apiVersion === 'v1') others.push(file);
        break;
      }
      case 'requirements.lock':
        within(file, () => yamlTable(file.source));
        if (metadata?.apiVersion === 'v1') others.push(file);
        break;
      default:
        if (file.name.startsWith('templates/')) templates.push(file);
        else if (!file.name.startsWith('charts/') || file.name.endsWith('.prov')) others.push(file);
    }
  }
  if (!metadata || !described) throw new Fault('Chart.yaml file is missing');
  try {
    validateMetadata(metadata);
  } catch (error) {
    if (error instanceof Fault) throw new Fault(error.message, { place: lineIn(described.source, 0) });
    throw error;
  }
  return { metadata, values, schema, templates, files: others };
}

function within<Result>({ name, source }: ChartFile, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { said, place = lineIn(source, error.at ?? 0) } = error;
    throw new Fault(`cannot load ${name}: ${error.message}`, { said, place });
  }
}

const yamlTable = readOnce((file: SourceFile) => {
  const locate = (start: number, end: number, copy: number) => ({ kind: 'spot' as const, file, start, end, copy });
  const type = file.path.endsWith('.lock') ? 'v2.Lock' : 'v2.Metadata';
  return asTable(readYaml(file.text, locate, { keepsIntegers: true }), type);
});

/** The files below `charts/`, by the name that stands there. */
function subcharts(files: readonly ChartFile[]): Map<string, ChartFile[]> {
  const found = new Map<string, ChartFile[]>();
  for (const file of files) {
    if (!file.name.startsWith('charts/') || file.name.endsWith('.prov')) continue;
    const [, name = ''] = file.name.split('/', 2);
    const group = found.get(name) ?? [];
    group.push(file);
    found.set(name, group);
  }
  return found;
}

interface Around {
  readonly kept: KeptFiles;
  readonly folder: string;
  readonly depth: number;
}

function subchart(name: string, files: readonly ChartFile[], { kept, folder, depth }: Around): Chart | undefined {
  if (/^[_.]/.test(name)) return undefined;
  const [first] = files;
  if (name.endsWith('.tgz') && first) {
    if (first.name !== `charts/${name}`) throw new Fault(`expected ${name}, got ${first.name.slice('charts/'.length)}`);
    return loadChart(readArchive(first.bytes), kept, `${folder}charts/${name}!`, depth + 1);
  }
  const inner = `charts/${name}/`;
  const own = files.filter((file) => file.name.startsWith(inner));
  return loadChart(
    own.map((file) => ({ path: file.name.slice(inner.length), bytes: file.bytes })),
    kept,
    folder + inner,
    depth + 1,
  );
}
