import { compareBytes } from '../go/bytes';
import { Fault } from '../go/fault';
import { trimSpace } from '../go/spaces';
import { placeOfWritten } from '../origins/place';
import type { Text } from '../values/value';
import { placeOfFault, readHead } from './head';
import { compareKinds } from './kindOrder';
import { splitDocuments } from './split';
import type { Manifest, WrittenDocument, WrittenFile } from './writtenFile';

/** What a chart renders, in helm's order. */
export interface Sorted {
  readonly manifests: readonly Manifest[];
  readonly hooks: readonly Manifest[];
}

const hookAnnotation = 'helm.sh/hook';
const events = new Set([
  'pre-install',
  'post-install',
  'pre-delete',
  'post-delete',
  'pre-upgrade',
  'post-upgrade',
  'pre-rollback',
  'post-rollback',
  'test',
  'test-success',
]);

/** Splits what the templates wrote, and sorts it by kind; documents of one kind stay in the order of their files. */
export function sortManifests(rendered: ReadonlyMap<string, WrittenFile>, warn: (message: string) => void): Sorted {
  const manifests: Manifest[] = [];
  const hooks: Manifest[] = [];
  for (const path of [...rendered.keys()].sort(compareBytes)) {
    const file = rendered.get(path);
    if (!file) continue;
    file.documents ??= documentsOf(path, file.text);
    for (const { manifest, hook } of file.documents) {
      if (hook === undefined) manifests.push(manifest);
      else if (hook.split(',').every((name) => events.has(trimSpace(name).toLowerCase()))) hooks.push(manifest);
      else warn(`skipping unknown hooks hookTypes=${hook}`);
    }
  }
  const byKind = (one: Manifest, other: Manifest) => compareKinds(one.kind, other.kind);
  return { manifests: manifests.sort(byKind), hooks: hooks.sort(byKind) };
}

function documentsOf(path: string, whole: Text): WrittenDocument[] {
  if (trimSpace(whole.text) === '') return [];
  return splitDocuments(whole).map((text) => {
    const { kind, annotations } = headOf(path, text);
    return { manifest: { path, text, kind }, hook: annotations.get(hookAnnotation) };
  });
}

function headOf(path: string, document: Text) {
  try {
    return readHead(document.text);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const place = placeOfWritten(document, placeOfFault(document.text));
    throw new Fault(`YAML parse error on ${path}: ${error.message}`, { place });
  }
}
