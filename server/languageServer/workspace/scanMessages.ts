import type { Diagnostic } from 'vscode-languageserver-types';
import type { IndexedFile, IndexedObject } from '../../workspace/objects/indexedFile';

/** A workspace folder to scan, with the settings under `seaworthy.` that count in it. */
export interface ScannedFolder {
  /** Absolute, `/` between folders. */
  readonly path: string;
  readonly settings: unknown;
}

/** What a thread is started with. */
export interface ThreadStart {
  readonly purpose: 'scan';
  /** Files that have taken a thread down before. */
  readonly leftOut: readonly string[];
  /** Where the thread writes which file it is reading: its length in bytes, then its path in UTF-8. */
  readonly reading: SharedArrayBuffer;
  readonly reportsSyntax: boolean;
  readonly rulePages: string | undefined;
}

/** What a thread is told. */
export type ToThread =
  /** Scan these folders, and no others any more. */
  | { readonly kind: 'scan'; readonly scan: number; readonly folders: readonly ScannedFolder[] }
  | { readonly kind: 'cancel' }
  /** Files changed; `areOthers` if some came or went that nobody has named. */
  | { readonly kind: 'changed'; readonly paths: readonly string[]; readonly areOthers: boolean }
  /** What an open file holds; undefined when it was closed. */
  | { readonly kind: 'open'; readonly path: string; readonly objects: readonly IndexedObject[] | undefined }
  /** A configuration as it stands in the editor; undefined when it was closed. */
  | { readonly kind: 'configuration'; readonly path: string; readonly text: string | undefined }
  /** A batch has arrived, the next one may come. */
  | { readonly kind: 'next' };

/** What is new of one file; what is not named has not changed. */
export interface ScannedFile {
  readonly path: string;
  /** What is kept of it for others; null for nothing. */
  readonly indexed?: IndexedFile | null;
  readonly diagnostics?: readonly Diagnostic[];
}

/** What a thread says. */
export type FromThread =
  | { readonly kind: 'files'; readonly files: readonly ScannedFile[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** The scan of that number is over; not whole if it was ended before it was through. */
  | {
      readonly kind: 'scanned';
      readonly scan: number;
      readonly isWhole: boolean;
      readonly read: number;
      readonly milliseconds: number;
    }
  /** Changes have been followed; `read` files were read for them. */
  | { readonly kind: 'followed'; readonly read: readonly string[] }
  /** A configuration names a baseline. */
  | { readonly kind: 'baseline'; readonly uri: string }
  | { readonly kind: 'fault'; readonly path: string; readonly message: string }
  /** A configuration in the editor says something else than what was scanned with. */
  | { readonly kind: 'stale' };
