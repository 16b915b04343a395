import type { WorkspaceState } from '../../protocol/workspace';
import { valueAt } from '../../unknownJson';
import type { FileFacts } from '../../workspace/judge/fileFacts';
import { type FindingCounter, findingCounter } from './findingCounts';
import { folderHolding } from './folders';
import { type Neighbourhoods, noNeighbourhoods } from './neighbourhoods';
import type { FolderSettings, ScanRequest } from './scanMessages';

/** All that the scan of a workspace knows. Steps change it and say what is to be done (`ScanEffect`). */
export interface ScanState {
  readonly neighbourhoods: Neighbourhoods;
  readonly counter: FindingCounter;
  /** Closed files with diagnostics at the client. */
  readonly sent: Set<string>;
  /** Open files whose diagnostics were asked for: the client shows these. */
  readonly shown: Set<string>;
  /** Files that a thread died of. */
  readonly leftOut: string[];
  /** The folders of which the user knows that each of their files is judged by itself. */
  readonly toldAlone: Set<string>;
  /** Changed files of which the thread does not know yet. */
  readonly changed: { readonly uris: Set<string>; areOthers: boolean };
  /** What open files tell others, as far as the thread does not know it yet. */
  readonly openChanged: Map<string, { readonly folder: string; readonly facts: FileFacts | undefined }>;
  /** The folders and settings that the workspace is scanned with. */
  request: Omit<ScanRequest, 'scan' | 'neighbourhoods' | 'isAnew'>;
  /** The number of the last scan. */
  scan: number;
  state: WorkspaceState['state'];
  done: number;
  total: number;
  /** The files that were read after the last change, as people read them. */
  readAgain: readonly string[];
  hasThread: boolean;
  isWatching: boolean;
  /** How often a thread has died since a scan was whole. */
  deaths: number;
  /** True once the user has asked for the whole workspace, whatever the settings say. */
  isRequested: boolean;
  isRefusalTold: boolean;
}

/** A scan that has not begun. */
export function noScan(): ScanState {
  return {
    neighbourhoods: noNeighbourhoods(),
    counter: findingCounter(),
    sent: new Set(),
    shown: new Set(),
    leftOut: [],
    toldAlone: new Set(),
    changed: { uris: new Set(), areOthers: false },
    openChanged: new Map(),
    request: { folders: [], settings: undefined, shown: [] },
    scan: 0,
    state: 'off',
    done: 0,
    total: 0,
    readAgain: [],
    hasThread: false,
    isWatching: false,
    deaths: 0,
    isRequested: false,
    isRefusalTold: false,
  };
}

/** What the client is told of a scan. */
export function workspaceStateOf({ state, counter, done, total, readAgain }: ScanState): WorkspaceState {
  return { state, ...counter.counts(), done, total, readAgain };
}

/** True for a file in a folder that is scanned as a whole. */
export function isShownWhole({ request }: ScanState, uri: string): boolean {
  return request.shown.includes(folderHolding(request.folders, uri)?.folder ?? '');
}

/** The folders that are to be scanned as a whole. */
export function shownFolders({ isRequested }: ScanState, folders: readonly FolderSettings[]): string[] {
  const isWhole = ({ settings }: FolderSettings) => isRequested || valueAt(settings, 'workspace') === 'all';
  return folders.filter(isWhole).map(({ folder }) => folder);
}
