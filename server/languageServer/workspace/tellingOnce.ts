import type { Diagnostic } from 'vscode-languageserver-types';
import type { Hash } from '../../lint/fingerprints/fingerprints';

/** What was last told of files, so that nothing is told twice: hashes by the files' URIs. */
export type LastTold = Map<string, string>;

/** True if the diagnostics of a file are not the ones told last; from then on they are. */
export function isNewOf(told: LastTold, uri: string, diagnostics: readonly Diagnostic[], hashOf: Hash): boolean {
  const telling = diagnostics.length === 0 ? '' : hashOf(JSON.stringify(diagnostics));
  if ((told.get(uri) ?? '') === telling) return false;
  told.set(uri, telling);
  return true;
}

/** The editor shows its own diagnostics of an open file, so the next diagnostics of the file have to be told. */
export function forgetTold(told: LastTold, uri: string): void {
  told.set(uri, 'open');
}
