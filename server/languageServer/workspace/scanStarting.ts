import { effectsOf } from './neighbourhoodEffects';
import { giveUp, wantedFolders } from './neighbourhoods';
import type { ScanEffect } from './scanEffects';
import type { FolderSettings } from './scanMessages';
import { type ScanState, shownFolders } from './scanState';
import { showClosed } from './shownFindings';

/** Takes over folders and settings as they are now, and scans if they say something new. */
export function takeSettings(scan: ScanState, settings: SettingsNow): ScanEffect[] {
  const { isNew, effects } = takeRequest(scan, settings);
  if (scan.request.folders.length === 0 && settings.hasFolders && !scan.isRefusalTold) {
    scan.isRefusalTold = true;
    const message = 'The workspace is not on disk, so only open files are checked, among each other.';
    effects.push({ kind: 'log', level: 'info', message });
  }
  if (!isNew) return effects;
  if (scan.request.shown.length === 0 && scan.state !== 'off') effects.push(...finishScan(scan, 'off'));
  return [...effects, ...startScan(scan, true)];
}

/** The folders on disk and the settings, as they are now. */
export interface SettingsNow {
  readonly folders: readonly FolderSettings[];
  /** The settings that count outside of the folders. */
  readonly settings: unknown;
  /** Whether the client has any workspace folder, on disk or not. */
  readonly hasFolders: boolean;
}

/** The user asks for the whole workspace; it is refused where there is nothing on disk. */
export function askForScan(scan: ScanState, settings: SettingsNow): { isRefused: boolean; effects: ScanEffect[] } {
  scan.isRequested = true;
  const { effects } = takeRequest(scan, settings);
  const isRefused = scan.request.shown.length === 0;
  if (isRefused) {
    scan.isRequested = false;
    return { isRefused, effects };
  }
  return { isRefused, effects: [...effects, ...scanAgain(scan)] };
}

/** Scans however often a thread has died. */
export function scanAgain(scan: ScanState): ScanEffect[] {
  scan.deaths = 0;
  return startScan(scan, true);
}

/**
 * Has a thread read what is wanted now.
 *
 * @param isAnew false where what was read before still counts
 */
export function startScan(scan: ScanState, isAnew: boolean): ScanEffect[] {
  const neighbourhoods = wantedFolders(scan.neighbourhoods);
  const isWhole = scan.request.shown.length > 0;
  if (neighbourhoods.length === 0 && !isWhole) {
    const hadThread = scan.hasThread;
    scan.hasThread = false;
    return hadThread ? [{ kind: 'end thread' }] : [];
  }
  const isFresh = !scan.hasThread;
  scan.hasThread = true;
  scan.scan++;
  [scan.done, scan.total] = [0, 0];
  if (isWhole) scan.state = 'scanning';
  const request = { ...scan.request, scan: scan.scan, isAnew, neighbourhoods };
  const effects: ScanEffect[] = [];
  if (isFresh) effects.push({ kind: 'start thread', leftOut: [...scan.leftOut] });
  if (!scan.isWatching) effects.push({ kind: 'watch files' });
  scan.isWatching = true;
  if (isWhole) effects.push({ kind: 'show progress' });
  effects.push({ kind: 'tell thread', task: { kind: 'scan', request } });
  // A thread that has just started does not know yet what the open files say.
  for (const { folder, facts } of isFresh ? scan.neighbourhoods.open.values() : []) {
    effects.push({ kind: 'tell thread', task: { kind: 'open', folder, uri: facts.uri, facts } });
  }
  return [...effects, { kind: 'tell state' }];
}

/** The scan is over, or there is nothing to scan. */
export function finishScan(scan: ScanState, outcome: 'off' | 'complete' | 'stopped'): ScanEffect[] {
  scan.state = scan.request.shown.length === 0 ? 'off' : outcome;
  const news = outcome === 'stopped' ? giveUp(scan.neighbourhoods) : [];
  return [{ kind: 'end progress' }, ...effectsOf(scan, news), { kind: 'tell state' }, { kind: 'answer' }];
}

/** Takes over which folders there are and which are scanned as a whole. */
function takeRequest(scan: ScanState, { folders, settings }: SettingsNow): { isNew: boolean; effects: ScanEffect[] } {
  const request = { folders, settings, shown: shownFolders(scan, folders) };
  if (JSON.stringify(request) === JSON.stringify(scan.request)) return { isNew: false, effects: [] };
  scan.request = request;
  return { isNew: true, effects: showClosed(scan) };
}
