import { kindsOf } from '../../manifests/facts/kindsAskedAbout';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { folderOf } from '../uris';
import { type Alternatives, alternatives } from './alternatives';
import { type Buckets, type Entry, put } from './buckets';
import type { IndexedFile, IndexedObject } from './indexedFile';

/** The objects of some files, by all that they are looked up by. */
export interface IndexedObjects {
  readonly files: Map<string, IndexedFile>;
  readonly byKind: Buckets;
  /** Folder → kind → objects, whatever their namespace. */
  readonly byFolder: Map<string, Buckets>;
  readonly entriesOfFile: Map<string, Entry[]>;
  readonly entryOfFacts: WeakMap<ObjectFacts, Entry>;
  readonly parting: Alternatives;
}

/** No objects yet. */
export function noObjects(): IndexedObjects {
  return {
    files: new Map(),
    byKind: new Map(),
    byFolder: new Map(),
    entriesOfFile: new Map(),
    entryOfFacts: new WeakMap(),
    parting: alternatives(),
  };
}

/** Takes a file in, in place of what was known of it. */
export function addFile(indexed: IndexedObjects, file: IndexedFile): void {
  removeFile(indexed, file.uri);
  const { files, byKind, byFolder, entriesOfFile, entryOfFacts, parting } = indexed;
  files.set(file.uri, file);
  const folder = folderOf(file.uri);
  const ofFolder: Buckets = byFolder.get(folder) ?? new Map();
  byFolder.set(folder, ofFolder);
  const entries = file.objects.map((object) => entryOf(entryOfFacts.get(object.facts), object, file, folder));
  entriesOfFile.set(file.uri, entries);
  for (const entry of entries) {
    entryOfFacts.set(entry.facts, entry);
    for (const kind of kindsOf(entry.facts)) {
      put(byKind, kind, namespaceKey(entry.facts), entry);
      put(ofFolder, kind, '', entry);
    }
  }
  parting.add(file);
}

/** Takes a file out; false if it was not there. */
export function removeFile(indexed: IndexedObjects, uri: string): boolean {
  const { files, byKind, byFolder, entriesOfFile, parting } = indexed;
  const file = files.get(uri);
  if (!file) return false;
  const ofFolder = byFolder.get(folderOf(uri));
  for (const { facts } of file.objects) {
    for (const kind of kindsOf(facts)) {
      byKind.get(kind)?.get(namespaceKey(facts))?.delete(uri);
      ofFolder?.get(kind)?.get('')?.delete(uri);
    }
  }
  parting.remove(file);
  files.delete(uri);
  entriesOfFile.delete(uri);
  return true;
}

/** The objects of a file say what they said, and stand elsewhere in the file. False if nothing has moved. */
export function moveObjects(
  { entriesOfFile }: IndexedObjects,
  uri: string,
  objects: readonly IndexedObject[],
): boolean {
  let hasMoved = false;
  for (const [position, entry] of (entriesOfFile.get(uri) ?? []).entries()) {
    const { start, end } = objects[position] ?? entry;
    if (isSamePosition(start, entry.start) && isSamePosition(end, entry.end)) continue;
    entry.start = start;
    entry.end = end;
    hasMoved = true;
  }
  return hasMoved;
}

/** Whoever knows an object of the file from before still knows the object, unless it stands for something else now. */
function entryOf(known: Entry | undefined, object: IndexedObject, file: IndexedFile, folder: string): Entry {
  if (known?.file.uri !== file.uri || known.file.standing !== file.standing) return { ...object, file, folder };
  known.file = file;
  known.start = object.start;
  known.end = object.end;
  return known;
}

function isSamePosition(one: IndexedObject['start'], other: IndexedObject['start']): boolean {
  return one.line === other.line && one.character === other.character;
}

/** A Namespace is found under its own name: nobody asks for another one. */
function namespaceKey({ kind, name, namespace }: ObjectFacts): string {
  const key = kind === 'Namespace' ? name : namespace;
  return key === undefined ? '' : (key ?? '?');
}
