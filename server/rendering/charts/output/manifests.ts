import { compareBytes } from '../go/bytes';
import { Fault } from '../go/fault';
import { trimSpace } from '../go/spaces';
import type { Text } from '../values/value';
import { readHead } from './head';
import { compareKinds } from './kindOrder';
import { splitDocuments } from './split';

/** A document that a chart renders. */
export interface Manifest {
  /** The template that rendered it, as helm names it. */
  readonly path: string;
  readonly text: Text;
  readonly kind: string;
}

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
export function sortManifests(rendered: ReadonlyMap<string, Text>, warn: (message: string) => void): Sorted {
  const manifests: Manifest[] = [];
  const hooks: Manifest[] = [];
  for (const path of [...rendered.keys()].sort(compareBytes)) {
    const whole = rendered.get(path);
    if (!whole || trimSpace(whole.text) === '') continue;
    for (const text of splitDocuments(whole)) {
      const { kind, annotations } = headOf(path, text.text);
      const hook = annotations.get(hookAnnotation);
      if (hook === undefined) manifests.push({ path, text, kind });
      else if (hook.split(',').every((name) => events.has(trimSpace(name).toLowerCase())))
        hooks.push({ path, text, kind });
      else warn(`skipping unknown hooks hookTypes=${hook}`);
    }
  }
  const byKind = (one: Manifest, other: Manifest) => compareKinds(one.kind, other.kind);
  return { manifests: manifests.sort(byKind), hooks: hooks.sort(byKind) };
}

function headOf(path: string, document: string) {
  try {
    return readHead(document);
  } catch (error) {
    if (error instanceof Fault) throw new Fault(`YAML parse error on ${path}: ${error.message}`);
    throw error;
  }
}
