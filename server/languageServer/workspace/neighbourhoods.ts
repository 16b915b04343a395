import { awaitedSurroundings, type Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { areSame } from '../../manifests/facts/objectKey';
import type { FileFacts } from '../../workspace/judge/fileFacts';
import { type Neighbourhood, neighbourhood } from '../../workspace/judge/neighbourhood';

/** Who is told what open files bring about. */
export interface NeighbourhoodsListener {
  /** A neighbourhood that nobody has read is asked about. */
  readonly onWanted: (folder: string) => void;
  /** Other open files may be judged otherwise than before. */
  readonly onConcerned: () => void;
  /** What an open file tells others has changed; undefined when it was closed. */
  readonly onOpenChanged: (folder: string, uri: string, facts: FileFacts | undefined) => void;
}

/** An open file, as it is to be judged. */
export interface OpenFile {
  readonly uri: string;
  /** The folder of its neighbourhood; undefined where it is judged by itself. */
  readonly folder: string | undefined;
  /** False where no files can be read: then those that are open are all that is known. */
  readonly isOnDisk: boolean;
  readonly facts: () => FileFacts;
}

/** The neighbourhoods of open files. */
export interface Neighbourhoods {
  /** What an open file sees of its neighbours; undefined where it is judged by itself. */
  readonly around: (file: OpenFile) => Surroundings | undefined;
  /** What a closed file sees; undefined where it is judged by itself. Waits until its neighbours are known. */
  readonly aroundClosed: (folder: string | undefined, uri: string) => Promise<Surroundings | undefined>;
  readonly onClosed: (uri: string) => void;
  /** What a closed file tells; undefined for nothing. */
  readonly take: (folder: string, uri: string, facts: FileFacts | undefined) => void;
  /** All files of a neighbourhood are known, or its files are judged each by itself. */
  readonly onRead: (folder: string, isAlone: boolean) => void;
  /** Nobody will read what is awaited: each file is judged by itself. */
  readonly giveUp: () => void;
  /** What was read counts no longer. */
  readonly forget: () => void;
  /** The folders that were asked about and can be read. */
  readonly wanted: () => readonly string[];
  readonly open: () => Iterable<{ readonly folder: string; readonly facts: FileFacts }>;
  readonly objects: () => Iterable<{ readonly uri: string; readonly facts: ObjectFacts }>;
}

interface Known {
  readonly files: Neighbourhood;
  readonly isOnDisk: boolean;
  state: 'awaited' | 'read' | 'alone';
}

/** No neighbourhoods yet. */
export function neighbourhoods(listener: NeighbourhoodsListener): Neighbourhoods {
  const known = new Map<string, Known>();
  const open = new Map<string, { readonly folder: string; readonly facts: FileFacts }>();
  const waiting: (() => void)[] = [];

  const create = (folder: string, isOnDisk: boolean): Known => {
    const state = isOnDisk ? 'awaited' : 'read';
    const created: Known = { files: neighbourhood({ isWhole: isOnDisk }), isOnDisk, state };
    known.set(folder, created);
    return created;
  };

  const wantedEntry = (folder: string, isOnDisk = true): Known => {
    const found = known.get(folder);
    if (found) return found;
    if (isOnDisk) listener.onWanted(folder);
    return create(folder, isOnDisk);
  };

  /** Tells who else is concerned. While others are still read, nobody has asked anything. */
  const settle = ({ files, state }: Known, uri: string) => {
    if (state === 'awaited') {
      files.prepare();
      return;
    }
    const concerned = files.takeConcerned();
    if (state === 'read' && [...concerned].some((other) => other !== uri && open.has(other))) listener.onConcerned();
  };

  const put = (folder: string, uri: string, facts: FileFacts | undefined) => {
    const entry = known.get(folder) ?? create(folder, true);
    entry.files.set(uri, facts);
    settle(entry, uri);
  };

  const wake = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };

  const surroundingsIn = ({ files, state }: Known, uri: string): Surroundings | undefined => {
    if (state === 'awaited') return awaitedSurroundings;
    return state === 'read' ? files.surroundingsOf(uri) : undefined;
  };

  return {
    around({ uri, folder, isOnDisk, facts: read }) {
      const before = open.get(uri);
      if (before && before.folder !== folder) put(before.folder, uri, undefined);
      if (folder === undefined) {
        open.delete(uri);
        return undefined;
      }
      const entry = wantedEntry(folder, isOnDisk);
      const facts = read();
      entry.files.set(uri, facts);
      settle(entry, uri);
      if (!before || !tellSame(before.facts, facts)) {
        open.set(uri, { folder, facts });
        listener.onOpenChanged(folder, uri, facts);
      }
      return surroundingsIn(entry, uri);
    },
    async aroundClosed(folder, uri) {
      if (folder === undefined) return undefined;
      const entry = wantedEntry(folder);
      while (known.get(folder)?.state === 'awaited') await new Promise<void>((resolve) => void waiting.push(resolve));
      return surroundingsIn(entry, uri);
    },
    onClosed(uri) {
      const closed = open.get(uri);
      if (!closed) return;
      open.delete(uri);
      const entry = known.get(closed.folder);
      // Whoever reads the disk tells what stands there now.
      if (entry?.isOnDisk === false) {
        entry.files.set(uri, undefined);
        settle(entry, uri);
      }
      listener.onOpenChanged(closed.folder, uri, undefined);
    },
    take(folder, uri, facts) {
      if (!open.has(uri)) put(folder, uri, facts);
    },
    onRead(folder, isAlone) {
      const entry = known.get(folder) ?? create(folder, true);
      entry.state = isAlone ? 'alone' : 'read';
      entry.files.takeConcerned();
      wake();
      listener.onConcerned();
    },
    giveUp() {
      for (const entry of known.values()) if (entry.state === 'awaited') entry.state = 'alone';
      wake();
      listener.onConcerned();
    },
    forget() {
      known.clear();
      open.clear();
      wake();
      listener.onConcerned();
    },
    wanted: () => [...known].flatMap(([folder, { isOnDisk }]) => (isOnDisk ? [folder] : [])),
    open: () => open.values(),
    *objects() {
      for (const { files } of known.values()) yield* files.objects();
    },
  };
}

/** True for two states of a file whose objects say the same and stand in the same places. */
function tellSame(before: FileFacts, now: FileFacts): boolean {
  return (
    before.isTemplate === now.isTemplate &&
    before.hidesObjects === now.hidesObjects &&
    JSON.stringify(before.kustomization) === JSON.stringify(now.kustomization) &&
    before.objects.length === now.objects.length &&
    before.objects.every((object, position) => {
      const { facts, start, end } = now.objects[position] ?? object;
      return (
        areSame(object.facts, facts) &&
        object.start.line === start.line &&
        object.start.character === start.character &&
        object.end.line === end.line &&
        object.end.character === end.character
      );
    })
  );
}
