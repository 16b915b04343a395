import type { Diagnostic } from 'vscode-languageserver-types';
import type { FileFacts } from '../../workspace/judge/fileFacts';

/** A folder with the settings under `seaworthy.` that count in it. */
export interface FolderSettings {
  readonly folder: string;
  readonly settings: unknown;
}

/** What a thread is asked to know. */
export interface ScanRequest {
  readonly scan: number;
  /** False where what was read before still counts. */
  readonly isAnew: boolean;
  /** The workspace folders on disk. */
  readonly folders: readonly FolderSettings[];
  /** The settings that count elsewhere. */
  readonly settings: unknown;
  /** The folders of the neighbourhoods to read. */
  readonly neighbourhoods: readonly string[];
  /** The workspace folders whose closed files are judged as well. */
  readonly shown: readonly string[];
}

/** What a thread is started with. */
export interface ThreadStart {
  readonly purpose: 'scan';
  /** Files that have taken a thread down before. */
  readonly leftOut: readonly string[];
  /** Where the thread writes which file it is reading: its length in bytes, then its URI in UTF-8. */
  readonly reading: ArrayBufferLike;
  readonly reportsSyntax: boolean;
  /** See `ConfigurationSources`. */
  readonly crowdedFolders: readonly string[];
  readonly rulePages: string | undefined;
}

/** A task of a thread, which does one task after the other. */
export type ScanTask =
  /** Read these neighbourhoods, and no others any more. */
  | { readonly kind: 'scan'; readonly request: ScanRequest }
  /** Files changed; `areOthers` if some came or went that nobody has named. */
  | { readonly kind: 'changed'; readonly uris: readonly string[]; readonly areOthers: boolean }
  /** The facts of an open file; undefined when the file was closed. */
  | { readonly kind: 'open'; readonly folder: string; readonly uri: string; readonly facts: FileFacts | undefined }
  /** A configuration as it stands in the editor; undefined when it was closed. */
  | { readonly kind: 'configuration'; readonly uri: string; readonly text: string | undefined };

/** What a thread is told. */
export type ToThread =
  | ScanTask
  | { readonly kind: 'cancel' }
  /** A batch has arrived, the next one may come. */
  | { readonly kind: 'next' };

/** The news of one file; keys that are absent have not changed. */
export interface ScannedFile {
  readonly uri: string;
  /** The facts that the file tells its neighbourhood; null for none. */
  readonly told?: { readonly folder: string; readonly facts: FileFacts | null };
  readonly diagnostics?: readonly Diagnostic[];
}

/** The news that a thread has for the scan. */
export type ScanNews =
  | { readonly kind: 'files'; readonly files: readonly ScannedFile[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** All files of a neighbourhood have been told of; `alone` says why each is judged by itself, if it is. */
  | { readonly kind: 'neighbourhood'; readonly folder: string; readonly alone: string | undefined }
  /** The scan of that number is over; not whole if it was ended before it was through. */
  | {
      readonly kind: 'scanned';
      readonly scan: number;
      readonly isWhole: boolean;
      readonly read: number;
      readonly milliseconds: number;
    }
  /** Changes have been followed; these files were read for them. */
  | { readonly kind: 'followed'; readonly read: readonly string[] }
  /** A configuration names a baseline. */
  | { readonly kind: 'baseline'; readonly uri: string }
  | { readonly kind: 'fault'; readonly uri: string; readonly message: string }
  /** A configuration in the editor is no longer the one that was scanned with. */
  | { readonly kind: 'stale' };

/** What a thread says. */
export type FromThread =
  | ScanNews
  /** One of its tasks is over, whatever came of it. */
  | { readonly kind: 'done' };
