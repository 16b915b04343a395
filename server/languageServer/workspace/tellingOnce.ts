import type { Diagnostic } from 'vscode-languageserver-types';
import type { Hash } from '../../lint/fingerprints/fingerprints';

/** What was last told of files, so that nothing is told twice: hashes by the files' URIs. */
export type LastTold = Map<string, string>;

/** True if the diagnostics of a file are others than those that were told last; from then on these are. */
export function isNewOf(told: LastTold, uri: string, diagnostics: readonly Diagnostic[], hashOf: Hash): boolean {
  const telling = diagnostics.length === 0 ? '' : hashOf(JSON.stringify(diagnostics));
  if ((told.get(uri) ?? '') === telling) return false;
  told.set(uri, telling);
  return true;
}

/** The editor shows its own diagnostics of what is open, so whatever is found afterwards has to be told. */
export function forgetTold(told: LastTold, uri: string): void {
  told.set(uri, 'open');
}
