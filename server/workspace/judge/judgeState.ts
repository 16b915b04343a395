import type { ChartPart } from '../charts/chartPart';
import { isWithin } from '../uris';
import { type FileFacts, factsOfUnread, saySameOfCharts } from './fileFacts';
import { type Neighbourhood, neighbourhood } from './neighbourhood';
import { tooManyToJudge } from './tooMany';

/** All that a judge of many files knows: plain data, which the steps of this folder keep current. */
export interface JudgeState {
  /** By their folders. */
  readonly neighbourhoods: Map<string, KnownNeighbourhood>;
  /** The files that were found, with the folder of their neighbourhood; undefined for a file that is judged by itself. */
  readonly members: Map<string, string | undefined>;
  /** What open files tell, by their URIs. */
  readonly open: Map<string, { readonly folder: string; readonly facts: FileFacts }>;
  /** The charts whose files were judged and of which other files are still to be told, by their folders. */
  readonly judgedCharts: Map<string, ChartPart>;
  /** The files that charts show something in although they lie elsewhere or are no manifests, by the charts' folders. */
  readonly elsewhere: Map<string, ReadonlySet<string>>;
  /** True for a closed file whose findings are to be told. */
  isShown: (uri: string) => boolean;
  /** True once all files have told their facts: before, any object may still turn up. */
  isRead: boolean;
  /** True if some file says something else of how charts are used, since this was asked last. */
  areChartsUsedAnew: boolean;
}

/** What is known of one neighbourhood. */
export interface KnownNeighbourhood {
  readonly files: Neighbourhood;
  /** Why the neighbourhood's files are judged each by itself; undefined where they are not. */
  alone: string | undefined;
  /** True once all files of the neighbourhood have told their facts. */
  isRead: boolean;
  /** The files and folders that can't be looked at. */
  unread: readonly string[];
}

/** The news that a step has for the listener. */
export type JudgeNews =
  /** The facts that a closed file tells others; undefined if it tells none. */
  | { readonly kind: 'facts'; readonly folder: string; readonly uri: string; readonly facts: FileFacts | undefined }
  /** There is nothing to be found in a file any more. */
  | { readonly kind: 'nothing found'; readonly uri: string }
  /** Why a file or folder is left out; the message goes on from its name. */
  | { readonly kind: 'fault'; readonly uri: string; readonly message: string };

/** Files with the folders of their neighbourhoods; undefined for a file that is judged by itself. */
export type Members = ReadonlyMap<string, string | undefined>;

/** Nothing known yet. */
export function nothingKnown(): JudgeState {
  return {
    neighbourhoods: new Map(),
    members: new Map(),
    open: new Map(),
    judgedCharts: new Map(),
    elsewhere: new Map(),
    isShown: () => false,
    isRead: false,
    areChartsUsedAnew: false,
  };
}

/** A file tells its neighbourhood its facts; undefined if it has none. */
export function setFacts(
  state: JudgeState,
  folder: string | undefined,
  uri: string,
  facts: FileFacts | undefined,
): JudgeNews[] {
  const neighbours = folder === undefined ? undefined : state.neighbourhoods.get(folder)?.files;
  if (folder === undefined || !neighbours) return [];
  const before = neighbours.get(uri);
  neighbours.set(uri, facts);
  const after = neighbours.get(uri);
  if (!saySameOfCharts(before, after)) state.areChartsUsedAnew = true;
  return before === after ? [] : [{ kind: 'facts', folder, uri, facts: after }];
}

/** A file is gone. */
export function forgetFile(state: JudgeState, uri: string): JudgeNews[] {
  const news = setFacts(state, state.members.get(uri), uri, undefined);
  state.members.delete(uri);
  return [...news, { kind: 'nothing found', uri }];
}

/** The files in a folder that belong to the folder's own neighbourhood. */
export interface FoundMembers {
  readonly files: readonly { readonly size: number }[];
  /** The files and folders that can't be looked at. */
  readonly unread: readonly string[];
}

/** The files of a neighbourhood were found. */
export function takeFolder(state: JudgeState, folder: string, { files, unread }: FoundMembers): JudgeNews[] {
  const known = state.neighbourhoods.get(folder);
  const entry = known ?? { files: neighbourhood(), alone: undefined, isRead: false, unread: [] };
  state.neighbourhoods.set(folder, entry);
  const readable = entry.unread.filter((uri) => !unread.includes(uri));
  entry.unread = unread;
  entry.alone = tooManyToJudge(files);
  return [
    ...readable.flatMap((uri) => setFacts(state, folder, uri, undefined)),
    ...unread.flatMap((uri) => setFacts(state, folder, uri, factsOfUnread(uri))),
  ];
}

/** All files were looked for: files that are no longer there, or have other neighbours, are forgotten. */
export function takeMembers(state: JudgeState, found: Members): JudgeNews[] {
  const news: JudgeNews[] = [];
  for (const [uri, folder] of [...state.members]) {
    if (found.has(uri) && found.get(uri) === folder) continue;
    if (state.open.has(uri)) state.members.delete(uri);
    else news.push(...forgetFile(state, uri));
  }
  for (const [uri, folder] of found) state.members.set(uri, folder);
  // The editor knows what it has told itself.
  for (const [uri, { folder, facts }] of state.open) setFacts(state, folder, uri, facts);
  return news;
}

/** Files came or went; gives back the files that came. */
export function takeOthers(state: JudgeState, found: Members): { news: JudgeNews[]; came: string[] } {
  const gone = [...state.members.keys()].filter((uri) => !found.has(uri) && !state.open.has(uri));
  const news = gone.flatMap((uri) => forgetFile(state, uri));
  const came: string[] = [];
  for (const [uri, folder] of found) {
    if (state.members.has(uri)) continue;
    state.members.set(uri, folder);
    came.push(uri);
  }
  return { news, came };
}

/** The editor hands over the facts of an open file; undefined when the file was closed. */
export function takeOpen(state: JudgeState, folder: string, uri: string, facts: FileFacts | undefined): JudgeNews[] {
  if (facts) state.open.set(uri, { folder, facts });
  else state.open.delete(uri);
  if (!facts) return state.members.has(uri) ? [] : setFacts(state, folder, uri, undefined);
  // The editor knows what it has told itself.
  setFacts(state, folder, uri, facts);
  return [];
}

/** The closed files that may be judged otherwise than before, since this was asked last. */
export function concernedFiles({ neighbourhoods, members, open, isShown }: JudgeState): string[] {
  return [...neighbourhoods.values()].flatMap(({ files }) =>
    [...files.takeConcerned()].filter((uri) => members.has(uri) && isShown(uri) && !open.has(uri)),
  );
}

/** The files to read before all of them are known, in their order. */
export function filesToRead({ members, neighbourhoods }: JudgeState, isAnew: boolean): string[] {
  const isKnown = (folder: string | undefined) =>
    !isAnew && folder !== undefined && neighbourhoods.get(folder)?.isRead === true;
  return [...members].flatMap(([uri, folder]) => (isKnown(folder) ? [] : [uri]));
}

/** All files have told their facts. */
export function takeAllRead(state: JudgeState): void {
  state.isRead = true;
  state.areChartsUsedAnew = false;
  for (const entry of state.neighbourhoods.values()) {
    entry.files.takeConcerned();
    entry.isRead = true;
  }
}

/** The neighbourhood in which a file is judged; undefined for a file that is judged by itself. */
export function neighboursOf({ members, neighbourhoods }: JudgeState, uri: string): Neighbourhood | undefined {
  const folder = members.get(uri);
  const entry = folder === undefined ? undefined : neighbourhoods.get(folder);
  return entry?.alone === undefined ? entry?.files : undefined;
}

/** The charts that were judged since this was asked last. */
export function takeJudgedCharts({ judgedCharts }: JudgeState): ChartPart[] {
  const judged = [...judgedCharts.values()];
  judgedCharts.clear();
  return judged;
}

/** True for a closed file that is not judged as one of a chart's manifests, and that the chart may show something in. */
export function isElsewhere({ members, open, isShown }: JudgeState, chart: string, uri: string): boolean {
  return !(members.has(uri) && isWithin(uri, chart)) && !open.has(uri) && isShown(uri);
}
