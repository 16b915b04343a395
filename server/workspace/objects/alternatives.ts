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

/** An empty record of what stands where. */
export function alternatives(): Alternatives {
  const filesOf = new Map<string, Set<string>>();
  /** Folder or file → the identities that stand below it and elsewhere too; worked out when it is asked for. */
  let repeated: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const answers = new Map<string, boolean>();

  const forget = () => {
    repeated = undefined;
    answers.clear();
  };

  const repeatedBelow = (): ReadonlyMap<string, ReadonlySet<string>> => {
    if (repeated) return repeated;
    const below = new Map<string, Set<string>>();
    for (const [identity, files] of filesOf) {
      if (files.size < 2) continue;
      for (const file of files) {
        for (const place of placesAbove(file)) {
          const known = below.get(place) ?? new Set();
          below.set(place, known.add(identity));
        }
      }
    }
    repeated = below;
    return below;
  };

  return {
    add(file) {
      for (const identity of identitiesOf(file)) {
        const files = filesOf.get(identity) ?? new Set();
        filesOf.set(identity, files.add(file.uri));
        if (files.size > 1) forget();
      }
    },
    remove(file) {
      for (const identity of identitiesOf(file)) {
        const files = filesOf.get(identity);
        if (files && files.size > 1) forget();
        files?.delete(file.uri);
        if (files?.size === 0) filesOf.delete(identity);
      }
    },
    areAlternatives(one, other) {
      if (one === other) return false;
      const [a, b] = partings(one, other);
      const key = `${a}\n${b}`;
      let answer = answers.get(key);
      if (answer === undefined) {
        const below = repeatedBelow();
        const others = below.get(b);
        answer = others !== undefined && [...(below.get(a) ?? [])].some((identity) => others.has(identity));
        answers.set(key, answer);
      }
      return answer;
    },
    concernedBy: (file) =>
      identitiesOf(file).flatMap((identity) =>
        [...(filesOf.get(identity) ?? [])].flatMap((uri) => (uri === file.uri ? [] : partings(file.uri, uri))),
      ),
  };
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
function placesAbove(file: string): string[] {
  const places: string[] = [];
  for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1)) places.push(file.slice(0, end));
  return places;
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
