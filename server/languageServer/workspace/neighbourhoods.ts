import { awaitedSurroundings, type Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { type FileFacts, saySameOfCharts } from '../../workspace/judge/fileFacts';
import { type Neighbourhood, neighbourhood } from '../../workspace/judge/neighbourhood';
import { tellSame } from './tellSame';

/** The neighbourhoods of open files, which the steps below keep current. */
export interface Neighbourhoods {
  /** By their folders. */
  readonly known: Map<string, KnownNeighbourhood>;
  /** What the open files tell, by their URIs. */
  readonly open: Map<string, OpenFacts>;
}

/** One neighbourhood, and how far it is known. */
export interface KnownNeighbourhood {
  readonly files: Neighbourhood;
  /** False where no files can be read: then those that are open are all that is known. */
  readonly isOnDisk: boolean;
  /** `alone` where each of its files is judged by itself. */
  state: 'awaited' | 'read' | 'alone';
}

/** What an open file tells the others of its neighbourhood. */
export interface OpenFacts {
  readonly folder: string;
  readonly facts: FileFacts;
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

/** The news that a step of neighbourhoods has for the scan. */
export type NeighbourhoodNews =
  /** A neighbourhood that nobody has read is asked about. */
  | { readonly kind: 'wanted' }
  /** Other open files may be judged otherwise than before. */
  | { readonly kind: 'concerned' }
  /** The facts of an open file have changed; undefined when the file was closed. */
  | { readonly kind: 'open'; readonly folder: string; readonly uri: string; readonly facts: FileFacts | undefined }
  /** Whoever waits for a neighbourhood may look whether it is known now. */
  | { readonly kind: 'known' };

/** No neighbourhoods yet. */
export function noNeighbourhoods(): Neighbourhoods {
  return { known: new Map(), open: new Map() };
}

/** The surroundings of a file, and the news of looking for them. */
export interface Sight {
  /** Undefined where the file is judged by itself. */
  readonly surroundings: Surroundings | undefined;
  readonly news: readonly NeighbourhoodNews[];
}

/** An open file is to be judged: it tells its neighbours its facts, and sees theirs. */
export function lookFromOpen(all: Neighbourhoods, { uri, folder, isOnDisk, facts: read }: OpenFile): Sight {
  const before = all.open.get(uri);
  const moving = before && before.folder !== folder ? setFacts(all, before.folder, uri, undefined) : [];
  if (folder === undefined) {
    all.open.delete(uri);
    return { surroundings: undefined, news: moving };
  }
  const { entry, news: wanting } = wantedIn(all, folder, isOnDisk);
  const facts = read();
  const concerning = takeIn(all, entry, uri, facts);
  const isTold = before !== undefined && tellSame(before.facts, facts);
  if (!isTold) all.open.set(uri, { folder, facts });
  const telling: NeighbourhoodNews[] = isTold ? [] : [{ kind: 'open', folder, uri, facts }];
  return { surroundings: surroundingsIn(entry, uri), news: [...moving, ...wanting, ...concerning, ...telling] };
}

/** A closed file is to be judged: has its neighbourhood read, if nobody has. */
export function lookFromClosed(all: Neighbourhoods, folder: string, uri: string): Sight & { isAwaited: boolean } {
  const { entry, news } = wantedIn(all, folder, true);
  return { surroundings: surroundingsIn(entry, uri), news, isAwaited: entry.state === 'awaited' };
}

/** An open file was closed. */
export function closeFile(all: Neighbourhoods, uri: string): NeighbourhoodNews[] {
  const closed = all.open.get(uri);
  if (!closed) return [];
  all.open.delete(uri);
  const telling: NeighbourhoodNews = { kind: 'open', folder: closed.folder, uri, facts: undefined };
  const entry = all.known.get(closed.folder);
  // The thread tells the facts of the file on disk.
  if (entry?.isOnDisk !== false) return [telling];
  return [...takeIn(all, entry, uri, undefined), telling];
}

/** What a closed file tells was read; undefined for nothing. */
export function takeClosed(
  all: Neighbourhoods,
  folder: string,
  uri: string,
  facts: FileFacts | undefined,
): NeighbourhoodNews[] {
  return all.open.has(uri) ? [] : setFacts(all, folder, uri, facts);
}

/** All files of a neighbourhood are known, or its files are judged each by itself. */
export function takeRead(all: Neighbourhoods, folder: string, isAlone: boolean): NeighbourhoodNews[] {
  const entry = all.known.get(folder) ?? create(all, folder, true);
  entry.state = isAlone ? 'alone' : 'read';
  entry.files.takeConcerned();
  return [{ kind: 'known' }, { kind: 'concerned' }];
}

/** Nobody will read the awaited neighbourhoods: each of their files is judged by itself. */
export function giveUp(all: Neighbourhoods): NeighbourhoodNews[] {
  for (const entry of all.known.values()) if (entry.state === 'awaited') entry.state = 'alone';
  return [{ kind: 'known' }, { kind: 'concerned' }];
}

/** The folders of the neighbourhoods that were asked about and can be read. */
export function wantedFolders({ known }: Neighbourhoods): string[] {
  return [...known].flatMap(([folder, { isOnDisk }]) => (isOnDisk ? [folder] : []));
}

/** The objects of all neighbourhoods, with the files that hold them. */
export function* objectsIn({ known }: Neighbourhoods): Iterable<{ readonly uri: string; readonly facts: ObjectFacts }> {
  for (const { files } of known.values()) yield* files.objects();
}

function wantedIn(all: Neighbourhoods, folder: string, isOnDisk: boolean) {
  const found = all.known.get(folder);
  const news: NeighbourhoodNews[] = !found && isOnDisk ? [{ kind: 'wanted' }] : [];
  return { entry: found ?? create(all, folder, isOnDisk), news };
}

function create({ known }: Neighbourhoods, folder: string, isOnDisk: boolean): KnownNeighbourhood {
  const state = isOnDisk ? 'awaited' : 'read';
  const created: KnownNeighbourhood = { files: neighbourhood({ isWhole: isOnDisk }), isOnDisk, state };
  known.set(folder, created);
  return created;
}

function setFacts(all: Neighbourhoods, folder: string, uri: string, facts: FileFacts | undefined): NeighbourhoodNews[] {
  const entry = all.known.get(folder) ?? create(all, folder, true);
  return takeIn(all, entry, uri, facts);
}

/** Takes in what a file tells, and finds out which other files are concerned: of charts nobody knows which ask about it. */
function takeIn(
  all: Neighbourhoods,
  entry: KnownNeighbourhood,
  uri: string,
  facts: FileFacts | undefined,
): NeighbourhoodNews[] {
  const before = entry.files.get(uri);
  entry.files.set(uri, facts);
  const concerning = settle(all, entry, uri);
  const isSame = saySameOfCharts(before, facts);
  if (isSame || concerning.length > 0 || entry.state !== 'read') return concerning;
  return [...all.open.keys()].some((other) => other !== uri) ? [{ kind: 'concerned' }] : [];
}

/** Finds out which other files are concerned. While files are still to be read, no rule has asked about any. */
function settle({ open }: Neighbourhoods, { files, state }: KnownNeighbourhood, uri: string): NeighbourhoodNews[] {
  if (state === 'awaited') {
    files.prepare();
    return [];
  }
  const concerned = files.takeConcerned();
  const isOtherOpen = state === 'read' && [...concerned].some((other) => other !== uri && open.has(other));
  return isOtherOpen ? [{ kind: 'concerned' }] : [];
}

function surroundingsIn({ files, state }: KnownNeighbourhood, uri: string): Surroundings | undefined {
  if (state === 'awaited') return awaitedSurroundings;
  return state === 'read' ? files.surroundingsOf(uri) : undefined;
}
