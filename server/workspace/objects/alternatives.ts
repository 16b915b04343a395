import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { IndexedFile } from './indexedFile';

/**
 * Which files are never applied to the same cluster. Two folders that hold an object of the same kind, namespace and
 * name are alternatives: copies for other environments, releases or lessons. What stands in the one does not stand
 * beside what is in the other.
 */
export interface Alternatives {
  readonly add: (file: IndexedFile) => void;
  readonly remove: (file: IndexedFile) => void;
  /** Whether two files are in folders that are alternatives, or are so themselves. */
  readonly areAlternatives: (one: string, other: string) => boolean;
  /** The folders and files below which others see a file's objects or stop to do so when its names change. */
  readonly concernedBy: (file: IndexedFile) => string[];
}

/** Which files hold which objects. */
interface HeldObjects {
  /** Identity of an object → the files that hold it. */
  readonly filesOf: Map<string, Set<string>>;
  /** Folder or file → the identities that stand below it and elsewhere too; worked out when it is asked for. */
  repeated: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** Two folders or files → whether they are alternatives, as far as anybody has asked. */
  readonly known: Map<string, boolean>;
}

/** No files yet. */
export function alternatives(): Alternatives {
  const held: HeldObjects = { filesOf: new Map(), repeated: undefined, known: new Map() };
  const { filesOf } = held;
  return {
    add: (file) => addFile(held, file),
    remove: (file) => removeFile(held, file),
    areAlternatives: (one, other) => one !== other && areAlternatives(held, partings(one, other)),
    concernedBy: (file) =>
      identitiesOf(file).flatMap((identity) =>
        [...(filesOf.get(identity) ?? [])].flatMap((uri) => (uri === file.uri ? [] : partings(file.uri, uri))),
      ),
  };
}

function addFile(held: HeldObjects, file: IndexedFile): void {
  for (const identity of identitiesOf(file)) {
    const files = held.filesOf.get(identity) ?? new Set();
    held.filesOf.set(identity, files.add(file.uri));
    if (files.size > 1) forget(held);
  }
}

function removeFile(held: HeldObjects, file: IndexedFile): void {
  for (const identity of identitiesOf(file)) {
    const files = held.filesOf.get(identity);
    if (files && files.size > 1) forget(held);
    files?.delete(file.uri);
    if (files?.size === 0) held.filesOf.delete(identity);
  }
}

/** What was worked out may be otherwise now. */
function forget(held: HeldObjects): void {
  held.repeated = undefined;
  held.known.clear();
}

function areAlternatives(held: HeldObjects, [one, other]: [string, string]): boolean {
  const key = `${one}\n${other}`;
  const known = held.known.get(key);
  if (known !== undefined) return known;
  held.repeated ??= repeatedBelow(held.filesOf);
  const others = held.repeated.get(other);
  const share = others !== undefined && [...(held.repeated.get(one) ?? [])].some((identity) => others.has(identity));
  held.known.set(key, share);
  return share;
}

function repeatedBelow(filesOf: HeldObjects['filesOf']): ReadonlyMap<string, ReadonlySet<string>> {
  const below = new Map<string, Set<string>>();
  for (const [identity, files] of filesOf) {
    if (files.size < 2) continue;
    for (const file of files) {
      for (const path of pathsAbove(file)) {
        const known = below.get(path) ?? new Set();
        below.set(path, known.add(identity));
      }
    }
  }
  return below;
}

function identitiesOf({ standing, objects }: IndexedFile): string[] {
  if (standing === 'template' || standing === 'patch') return [];
  return [...new Set(objects.flatMap(({ facts }) => identityOf(facts) ?? []))];
}

/** Undefined for what says nothing of where it is applied: many manifests declare the namespace that they go into. */
function identityOf({ group, kind, namespace, name }: ObjectFacts): string | undefined {
  if (kind === null || kind === 'Namespace' || typeof name !== 'string' || namespace === null) return undefined;
  return `${group ?? '?'}/${kind} ${namespace ?? ''} ${name}`;
}

/** The file itself and every folder that holds it. */
function pathsAbove(file: string): string[] {
  const paths: string[] = [];
  for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1)) paths.push(file.slice(0, end));
  return paths;
}

/** Where the ways to two files part: the folders or files below the folder that both are in. */
function partings(one: string, other: string): [string, string] {
  let shared = 0;
  for (let at = 0; at < one.length && one[at] === other[at]; at++) if (one[at] === '/') shared = at + 1;
  const upTo = (path: string) => {
    const end = path.indexOf('/', shared);
    return end < 0 ? path : path.slice(0, end);
  };
  return [upTo(one), upTo(other)];
}
