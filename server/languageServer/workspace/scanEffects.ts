import type { Diagnostic } from 'vscode-languageserver-types';
import type { ScanTask } from './scanMessages';

/** The work that gathers for a while before it is done. */
export type Delayed = 'tell changes' | 'tell open files' | 'scan anew' | 'read more';

/** The work that a step of the scan leaves to the runner, which does it in the order given. */
export type ScanEffect =
  | ClientEffect
  | { readonly kind: 'start thread'; readonly leftOut: readonly string[] }
  | { readonly kind: 'end thread' }
  | { readonly kind: 'tell thread'; readonly task: ScanTask }
  | { readonly kind: 'delay'; readonly delayed: Delayed }
  /** Answers whoever has asked for a scan. */
  | { readonly kind: 'answer' }
  /** Wakes whoever waits for a neighbourhood to be known. */
  | { readonly kind: 'wake' };

/** What the client gets to know. */
export type ClientEffect =
  /** Shows the diagnostics of a closed file, in place of those that are shown. */
  | { readonly kind: 'show'; readonly uri: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'refresh open files' }
  | { readonly kind: 'tell state' }
  | { readonly kind: 'show progress' }
  | { readonly kind: 'report progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end progress' }
  | { readonly kind: 'log'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly message: string }
  | { readonly kind: 'warn'; readonly message: string }
  /** Says that files are left unscanned, and offers to scan again. */
  | { readonly kind: 'offer scan'; readonly message: string }
  | { readonly kind: 'watch files' }
  | { readonly kind: 'watch baseline'; readonly uri: string };
