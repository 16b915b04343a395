import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments } from 'yaml';
import { clusterWide } from './clusterWideKinds';

/** What the manifest at a place in a text suggests for the inputs of a helper. */
export interface ManifestAtCursor {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
  /** The container that the place is in, else the only one. */
  readonly container?: string;
  /** What `kubectl explain` calls the field at the place, as in `deployment.spec.replicas`. */
  readonly fieldPath: string;
}

/** The namespaces that the documents of a text name. */
export interface NamespacesOfText {
  readonly named: readonly string[];
  /** Whether a document that lives in a namespace names none. */
  readonly someNameNone: boolean;
}

/** Reads the manifest around `offset` (UTF-16 units). Undefined where there is none; broken text is read as far as it goes. */
export function manifestAtCursor(text: string, offset: number): ManifestAtCursor | undefined {
  const documents = manifestsIn(text);
  const document = documents.find(({ range }) => range[0] <= offset && offset <= range[2]) ?? documents.at(-1);
  if (!document) return undefined;
  const apiVersion = textAt(document, ['apiVersion']);
  const kind = textAt(document, ['kind']);
  if (!apiVersion || !kind || !/^[A-Za-z0-9]+$/.test(kind)) return undefined;
  const keys = keysAt(document.contents, offset);
  const name = textAt(document, ['metadata', 'name']);
  const namespace = textAt(document, ['metadata', 'namespace']);
  const container = containerAt(document, keys);
  return {
    apiVersion,
    kind,
    ...(name && { name }),
    ...(namespace && { namespace }),
    ...(container && { container }),
    fieldPath: [kind.toLowerCase(), ...keys.filter((key) => typeof key === 'string')].join('.'),
  };
}

/** Which namespaces the objects of a text go to. */
export function namespacesOf(text: string): NamespacesOfText {
  const named = new Set<string>();
  let someNameNone = false;
  for (const document of manifestsIn(text)) {
    const namespace = textAt(document, ['metadata', 'namespace']);
    if (namespace) named.add(namespace);
    else if (!clusterWide.has(textAt(document, ['kind']) ?? '')) someNameNone = true;
  }
  return { named: [...named], someNameNone };
}

/** True for a text with at least one manifest and no template, which kubectl could not read. */
export function isManifest(text: string): boolean {
  return (
    /^["']?apiVersion["']?\s*:|"apiVersion"\s*:/m.test(text) &&
    /^["']?kind["']?\s*:|"kind"\s*:/m.test(text) &&
    !isTemplate(text)
  );
}

/** True for a text that Helm must render first. */
export function isTemplate(text: string): boolean {
  return /\{\{-?\s*(?:\.|include|if|range|with|define|template|toYaml|\$|\/\*)/.test(text);
}

function manifestsIn(text: string) {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  return Array.isArray(documents) ? documents.filter((document) => textAt(document, ['kind']) !== undefined) : [];
}

function textAt(document: Document, path: readonly string[]): string | undefined {
  let node: unknown = document.contents;
  for (const key of path) node = isMap(node) ? node.get(key, true) : undefined;
  return isScalar(node) && typeof node.value === 'string' && node.value !== '' && !node.value.includes('{{')
    ? node.value
    : undefined;
}

/** The keys and indices that lead to a place. */
function keysAt(node: unknown, offset: number): (string | number)[] {
  if (isMap(node)) {
    const pair = lastBefore(node.items, offset, startOfPair);
    if (!pair || !isScalar(pair.key)) return [];
    return [String(pair.key.value), ...keysAt(pair.value, offset)];
  }
  if (isSeq(node)) {
    const item = lastBefore(node.items, offset, startOfNode);
    const index = item === undefined ? -1 : node.items.indexOf(item);
    return index < 0 ? [] : [index, ...keysAt(item, offset)];
  }
  return [];
}

function lastBefore<T>(items: readonly T[], offset: number, start: (item: T) => number): T | undefined {
  return items.findLast((item) => start(item) <= offset);
}

function startOfPair(pair: Pair): number {
  return startOfNode(pair.key);
}

function startOfNode(node: unknown): number {
  return hasRange(node) ? node.range[0] : Number.POSITIVE_INFINITY;
}

function hasRange(node: unknown): node is { range: NonNullable<Node['range']> } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function containerAt(document: Document, keys: readonly (string | number)[]): string | undefined {
  const at = keys.findLastIndex(
    (key) => key === 'containers' || key === 'initContainers' || key === 'ephemeralContainers',
  );
  const index = keys[at + 1];
  if (at >= 0 && typeof index === 'number') {
    const name = document.getIn([...keys.slice(0, at + 1), index, 'name']);
    return typeof name === 'string' ? name : undefined;
  }
  for (const path of [['spec'], ['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec']]) {
    const containers = document.getIn([...path, 'containers'], true);
    if (!isSeq(containers) || containers.items.length !== 1) continue;
    const name = document.getIn([...path, 'containers', 0, 'name']);
    return typeof name === 'string' ? name : undefined;
  }
  return undefined;
}
