import type { Diagnostic } from 'vscode-languageserver-types';
import { effectsOf } from './neighbourhoodEffects';
import { closeFile, takeClosed } from './neighbourhoods';
import type { ScanEffect } from './scanEffects';
import type { ScannedFile } from './scanMessages';
import { isShownWhole, type ScanState } from './scanState';

/** Takes over what the thread has found out about a file. */
export function takeScanned(scan: ScanState, { uri, told, diagnostics }: ScannedFile): ScanEffect[] {
  const news = told ? takeClosed(scan.neighbourhoods, told.folder, uri, told.facts ?? undefined) : [];
  const effects = effectsOf(scan, news);
  if (!diagnostics || scan.shown.has(uri)) return effects;
  scan.counter.set(uri, diagnostics);
  return [...effects, ...show(scan, uri, diagnostics)];
}

/** The client is about to be answered with the diagnostics of an open file: those of the closed file are taken back. */
export function showOpen(scan: ScanState, uri: string, diagnostics: readonly Diagnostic[]): ScanEffect[] {
  scan.shown.add(uri);
  if (!scan.hasThread) return [];
  if (isShownWhole(scan, uri)) scan.counter.set(uri, diagnostics);
  return [...show(scan, uri, []), { kind: 'tell state' }];
}

/** The client shows the diagnostics of an open file no longer: they are shown as those of a closed one are. */
export function hideOpen(scan: ScanState, uri: string, diagnostics: readonly Diagnostic[]): ScanEffect[] {
  scan.shown.delete(uri);
  return scan.hasThread && isShownWhole(scan, uri) ? show(scan, uri, diagnostics) : [];
}

/** An open file was closed. */
export function closeOpen(scan: ScanState, uri: string): ScanEffect[] {
  scan.shown.delete(uri);
  return effectsOf(scan, closeFile(scan.neighbourhoods, uri));
}

/** Takes back the diagnostics of files that are no longer in a folder that is scanned as a whole. */
export function showClosed(scan: ScanState): ScanEffect[] {
  return [...scan.sent, ...scan.counter.uris()].flatMap((uri) => {
    if (isShownWhole(scan, uri)) return [];
    scan.counter.delete(uri);
    return show(scan, uri, []);
  });
}

function show({ sent }: ScanState, uri: string, diagnostics: readonly Diagnostic[]): ScanEffect[] {
  if (diagnostics.length === 0 && !sent.delete(uri)) return [];
  if (diagnostics.length > 0) sent.add(uri);
  return [{ kind: 'show', uri, diagnostics }];
}
