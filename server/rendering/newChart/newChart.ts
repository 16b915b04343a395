import { unnamedRelease } from '../../manifests/objects/releaseName';
import type { ManifestText, NewChartAnswer, NewChartFile } from '../../protocol/newChart';
import { encodeUtf8 } from '../charts/go/bytes';
import { renderChart } from '../charts/renderChart';
import { chartNameFault, fileStem, givenNames } from './names';
import { asItIs, inTemplate, jsonText, objectText } from './objectText';
import { type Namespaces, namespacesOf, namespaceValues, type Parameters, parametersOf } from './parameters';
import { type FoundObject, readManifests } from './readManifests';
import { meansSame } from './sameObject';
import { type ValueLine, valuesText } from './valuesText';

/**
 * A chart that renders the objects of some manifests: a template for each, with values for images, replicas, resources and
 * namespaces. That it renders the same objects is proven by rendering it.
 */
export function newChart(name: string, manifests: readonly ManifestText[]): NewChartAnswer {
  const fault = chartNameFault(name);
  if (fault !== undefined) return { state: 'refused', reason: `The name ${JSON.stringify(name)} ${fault}.` };
  const read = readManifests(manifests);
  if (read.state === 'refused') return read;
  const { objects, empty } = read;
  if (objects.length === 0) return { state: 'refused', reason: 'There is no Kubernetes object in these files.' };
  const parts = partsOf(objects);
  for (;;) {
    const files = filesOf(name, parts);
    const unlike = unlikeParts(files, parts);
    if (unlike.length === 0) return { state: 'made', files, objects: objects.length, empty };
    const hopeless = unlike.filter(({ way }) => way === ways.at(-1)).map(({ path }) => path);
    if (hopeless.length > 0) {
      return { state: 'refused', reason: `No chart renders the same objects: ${hopeless.join(', ')} would differ.` };
    }
    for (const part of unlike) part.way = ways[ways.indexOf(part.way) + 1] ?? part.way;
  }
}

/** How an object is written, from the best way on: with values, as it stands, as JSON. */
const ways = ['with values', 'as it stands', 'as JSON'] as const;

interface Part {
  readonly path: string;
  readonly found: FoundObject;
  readonly parameters: Parameters;
  readonly namespaces: Namespaces;
  way: (typeof ways)[number];
}

function partsOf(objects: readonly FoundObject[]): Part[] {
  const namespaces = namespacesOf(objects);
  const keys = givenNames(['global', 'namespace', 'namespaces']);
  const stems = givenNames([]);
  return objects.map((found) => {
    const folder = isDefinition(found) ? 'crds' : 'templates';
    const stem = stems.give(isDefinition(found) ? fileStem(found.name, '') : fileStem(found.name, found.kind));
    const parameters = isDefinition(found) ? { replacements: [], values: [] } : parametersOf(found, namespaces, keys);
    return { path: `${folder}/${stem}.yaml`, found, parameters, namespaces, way: 'with values' };
  });
}

/** Helm installs definitions before all else, and renders none of them. */
function isDefinition({ object, kind }: FoundObject): boolean {
  return object.group === 'apiextensions.k8s.io' && kind === 'CustomResourceDefinition';
}

function filesOf(name: string, parts: readonly Part[]): NewChartFile[] {
  const values: ValueLine[] = [{ keys: [], text: `# The values of the chart ${name}, as the manifests had them.` }];
  const [first] = parts;
  if (first) values.push(...namespaceValues(first.namespaces));
  for (const { parameters, way } of parts) if (way === 'with values') values.push(...parameters.values);
  return [
    { path: 'Chart.yaml', text: chartFile(name) },
    { path: 'values.yaml', text: valuesText(values) },
    ...parts.map((part) => ({ path: part.path, text: textOf(part) })),
  ];
}

function chartFile(name: string): string {
  const written = /^[a-zA-Z][a-zA-Z0-9_-]*$/.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name);
  return `apiVersion: v2
name: ${written ? name : JSON.stringify(name)}
description: What the manifests of ${name} were, with values
type: application
version: 0.1.0
`;
}

function textOf({ found, parameters, way }: Part): string {
  const written = isDefinition(found) ? asItIs : inTemplate;
  if (way === 'as JSON') return jsonText(found.object.root, written);
  return objectText(found, way === 'with values' ? parameters.replacements : [], written);
}

/** The parts that the chart doesn't render as they were. */
function unlikeParts(files: readonly NewChartFile[], parts: readonly Part[]): Part[] {
  const rendered = renderChart({
    files: files.map(({ path, text }) => ({ path, bytes: encodeUtf8(text) })),
    release: unnamedRelease,
    namespace: 'default',
    values: [],
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  });
  if (rendered.state === 'refused') {
    const named = parts.filter(({ path }) => rendered.message.includes(path));
    return named.length > 0 ? named : [...parts];
  }
  const texts = new Map<string, string[]>();
  const { manifests, hooks } = rendered.documents;
  for (const { path, text } of [...manifests, ...hooks]) {
    const below = path.slice(path.indexOf('/') + 1);
    texts.set(below, [...(texts.get(below) ?? []), text.text]);
  }
  for (const { path, text } of files) if (path.startsWith('crds/')) texts.set(path, [text]);
  return parts.filter(({ path, found }) => {
    const [text, ...others] = texts.get(path) ?? [];
    return text === undefined || others.length > 0 || !meansSame(text, found.object.root);
  });
}
