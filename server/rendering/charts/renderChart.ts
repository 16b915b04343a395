import { isReleaseName, longestReleaseName } from '../../manifests/objects/releaseName';
import { readArchive } from './chart/archive';
import { type Chart, fullPath } from './chart/chart';
import { type AbsentDependency, absentDependencies, processDependencies, refuseAbsent } from './chart/dependencies';
import type { GivenFile } from './chart/givenFile';
import { chartFiles, type Ignores, readIgnoreFile } from './chart/ignore';
import { type KeptFiles, keptFiles } from './chart/keptFiles';
import { loadChart } from './chart/loadChart';
import { mergedTables, readValues } from './chart/readValues';
import { budget, type Limits, usualLimits } from './evaluation/budget';
import { assumedVersion, capabilities, type KubernetesVersion, readKubernetesVersion } from './evaluation/capabilities';
import type { KeptTexts } from './evaluation/keptTexts';
import { renderTemplates } from './evaluation/renderTemplates';
import { renderables } from './evaluation/rootContext';
import { sharing } from './evaluation/sharedEntries';
import { copiedTable } from './functions/deep';
import { decodeUtf8, withoutMark } from './go/bytes';
import { isCompatible } from './go/constraint';
import { Fault, reworded } from './go/fault';
import { quoted } from './go/quote';
import { type Place, placeOfSource } from './origins/place';
import type { SourceFile } from './origins/source';
import { assemble } from './output/assemble';
import { type Sorted, sortManifests } from './output/manifests';
import type { Manifest } from './output/writtenFile';
import { reasonOf, tooMuch } from './reasons';
import { validateSchemas } from './values/chartSchemas';
import { coalesceValues } from './values/coalesce';
import { setValues } from './values/setValues';
import { bool, int, type Table, type Text, table, text, type Value } from './values/value';

/** What a chart is rendered with. */
export interface Rendering {
  /** The chart's files, whatever lies in its folder; or a packed chart. */
  readonly files: readonly GivenFile[] | { readonly packed: Uint8Array };
  readonly release: string;
  readonly namespace: string;
  /** Values files in their order. */
  readonly values: readonly SourceFile[];
  /** What `--set` says, in its order. */
  readonly set: readonly string[];
  /** Helm's own if it isn't said. */
  readonly kubernetesVersion: string | undefined;
  /** More than helm assumes. */
  readonly apiVersions: readonly string[];
  readonly includesDefinitions: boolean;
  /** Whether a dependency that isn't there is left out; helm refuses the chart. */
  readonly leavesOutAbsent?: boolean;
  readonly limits?: Limits;
  readonly isCancelled?: () => boolean;
}

/** What a chart renders, or why it doesn't. */
export type Rendered =
  | {
      readonly state: 'rendered';
      /** What `helm template` prints. */
      readonly text: Text;
      readonly documents: Sorted;
      /** The dependencies that were left out. */
      readonly absent: readonly AbsentDependency[];
      readonly warnings: readonly string[];
    }
  | {
      readonly state: 'refused';
      /** In helm's words. */
      readonly message: string;
      /** In plain words. */
      readonly reason: string;
      /** The innermost action that is to blame, the line that wrote what is no YAML, or what else can be changed. */
      readonly place: Place | undefined;
      readonly warnings: readonly string[];
    };

/** What is kept from one rendering to the next. */
export interface Kept {
  readonly files: KeptFiles;
  readonly texts: KeptTexts | undefined;
}

/** Renderings of one name differ in what is edited. */
function nameOf({ release, namespace, values, set, kubernetesVersion, apiVersions }: Rendering): string {
  return JSON.stringify([release, namespace, values.map(({ path }) => path), set, kubernetesVersion, apiVersions]);
}

/** Renders a chart as `helm template` does. Where every character comes from is kept beside it. */
export function renderChart(rendering: Rendering, kept: Kept = { files: keptFiles(), texts: undefined }): Rendered {
  const warnings: string[] = [];
  try {
    return render(rendering, kept, warnings);
  } catch (error) {
    const fault = error instanceof RangeError ? new Fault(tooMuch(error)) : error;
    if (!(fault instanceof Fault)) throw error;
    const { message, said, place } = fault;
    return { state: 'refused', message, reason: reasonOf(said, place), place, warnings };
  }
}

function render(rendering: Rendering, kept: Kept, warnings: string[]): Rendered {
  const warn = (message: string) => warnings.push(message);
  const version = readKubernetesVersion(rendering.kubernetesVersion ?? assumedVersion);
  const given = givenValues(rendering, kept.files);
  const chart = loadChart(ownFiles(rendering.files), kept.files);
  kept.files.forgetUnused();
  const { metadata } = chart;
  if (metadata.type !== '' && metadata.type !== 'application')
    throw new Fault(`${metadata.type} charts are not installable`);
  const absent = absentDependencies(chart);
  if (!rendering.leavesOutAbsent) refuseAbsent(absent);
  try {
    const { documents, definitions } = renderLoaded(chart, { rendering, given, version, kept, warn });
    let text: Text | undefined;
    return {
      state: 'rendered',
      absent,
      // Editors look at the documents alone, and this can be megabytes.
      get text() {
        text ??= assemble(documents, definitions);
        return text;
      },
      documents,
      warnings,
    };
  } catch (error) {
    // What a dependency would bring may be all that is missing.
    if (error instanceof Fault || error instanceof RangeError) refuseAbsent(absent);
    throw error;
  }
}

/** What a chart is rendered with once its files are read. */
interface Loaded {
  readonly rendering: Rendering;
  readonly given: Table;
  readonly version: KubernetesVersion;
  readonly kept: Kept;
  readonly warn: (message: string) => void;
}

function renderLoaded(chart: Chart, { rendering, given, version, kept, warn }: Loaded) {
  const { metadata } = chart;
  checkRelease(rendering.release);
  processDependencies(chart, given, warn);
  const values = coalesceValues(chart, given, warn);
  validateSchemas(chart, values);
  if (metadata.kubeVersion !== '' && !isCompatible(metadata.kubeVersion, version.normalized)) {
    throw new Fault(
      `chart requires kubeVersion: ${metadata.kubeVersion} which is incompatible with Kubernetes ${version.full}`,
      { place: placeOfSource(metadata.fields.get('KubeVersion')?.source) },
    );
  }
  const shared = {
    values,
    release: releaseTable(rendering),
    capabilities: capabilities(version, rendering.apiVersions),
  };
  const { texts } = kept;
  const limits = budget(rendering.limits ?? usualLimits, rendering.isCancelled);
  const written = renderTemplates(
    renderables(chart, shared, texts && sharing(texts.recorder)),
    limits,
    texts && { texts, set: nameOf(rendering) },
  );
  for (const name of written.keys()) if (name.endsWith('NOTES.txt')) written.delete(name);
  return {
    documents: sortManifests(written, warn),
    definitions: rendering.includesDefinitions ? definitionsOf(chart) : [],
  };
}

/** The files that belong to the chart: what `.helmignore` leaves. */
function ownFiles(files: Rendering['files']): readonly GivenFile[] {
  if ('packed' in files) return readArchive(files.packed);
  const ignored = files.find(({ path }) => path === '.helmignore');
  const ignores: Ignores = readIgnoreFile(ignored ? decodeUtf8(ignored.bytes) : '');
  return chartFiles(files, ignores).map(({ path, bytes }) => ({ path, bytes: withoutMark(bytes) }));
}

function givenValues({ values, set }: Rendering, kept: KeptFiles): Table {
  let merged = table();
  for (const file of values) {
    try {
      merged = mergedTables(merged, readValues(kept.given(file)));
    } catch (error) {
      if (error instanceof Fault) throw reworded(error, `failed to parse ${file.path}: ${error.message}`);
      throw error;
    }
  }
  if (set.length === 0) return merged;
  const own = copiedTable(merged);
  for (const one of set) setValues(one, own);
  return own;
}

function checkRelease(name: string): void {
  if (name === '') throw new Fault('release name "": no name provided');
  if (isReleaseName(name)) return;
  throw new Fault(
    `release name ${quoted(name)}: invalid release name, must match regex ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$ and the length must not be longer than ${longestReleaseName}`,
  );
}

function releaseTable({ release, namespace }: Rendering): Table {
  const given = (value: string, by: string) => text(value, { kind: 'given', by });
  return table(
    new Map<string, Value>([
      ['Name', given(release, 'the release name')],
      ['Namespace', given(namespace, 'the namespace')],
      ['IsUpgrade', bool(false)],
      ['IsInstall', bool(true)],
      ['Revision', int(1)],
      ['Service', text('Helm')],
    ]),
  );
}

/** What lies in `crds/`, as it is. */
function definitionsOf(chart: Chart): Manifest[] {
  const own = chart.files
    .filter(({ name }) => name.startsWith('crds/') && /\.(?:yaml|yml|json)$/i.test(name))
    .map(({ name, source }): Manifest => {
      const { length } = source.text;
      const whole = text(source.text, { kind: 'spot', file: source, start: 0, end: length, copy: 0 });
      return { path: `${fullPath(chart)}/${name}`, text: whole, kind: 'CustomResourceDefinition' };
    });
  return [...own, ...chart.dependencies.flatMap(definitionsOf)];
}
