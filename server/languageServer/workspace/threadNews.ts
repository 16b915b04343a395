import { printable } from '../../lint/printable';
import { withoutLinks } from '../../protocol/notificationText';
import { effectsOf } from './neighbourhoodEffects';
import { takeRead } from './neighbourhoods';
import type { ScanEffect } from './scanEffects';
import type { ScanNews } from './scanMessages';
import { filesDone } from './scanProgress';
import { finishScan, startScan } from './scanStarting';
import type { ScanState } from './scanState';
import { takeScanned } from './shownFindings';

/** A file or folder as people read it. */
type ShownPath = (uri: string) => string;

/** Fewer files are read before anybody has seen that they are. */
const manyFiles = 500;
/** How often a thread may die before it stays dead. */
const mostDeaths = 2;

/** What the thread says of what it does. */
export function takeNews(scan: ScanState, news: ScanNews, shownPath: ShownPath): ScanEffect[] {
  switch (news.kind) {
    case 'files':
      return [...news.files.flatMap((file) => takeScanned(scan, file)), { kind: 'tell state' }];
    case 'progress':
      return takeProgress(scan, news);
    case 'neighbourhood': {
      const isAlone = news.alone !== undefined;
      const telling = isAlone ? tellAlone(scan, shownPath, news.folder, news.alone) : [];
      return [...telling, ...effectsOf(scan, takeRead(scan.neighbourhoods, news.folder, isAlone))];
    }
    case 'scanned':
      return news.scan === scan.scan ? takeEnd(scan, news) : [];
    case 'followed': {
      scan.readAgain = news.read.map(shownPath);
      const message = printable(`Read again after a change: ${scan.readAgain.join(', ')}`);
      return [{ kind: 'log', level: 'debug', message }, { kind: 'tell state' }];
    }
    case 'baseline':
      return [{ kind: 'watch baseline', uri: news.uri }];
    case 'fault':
      return [{ kind: 'log', level: 'warn', message: printable(`${shownPath(news.uri)} ${news.message}`) }];
    case 'stale':
      return [{ kind: 'delay', delayed: 'scan anew' }];
  }
}

/** The thread is gone, and with it all that it knew. */
export function takeDeath(
  scan: ScanState,
  { reason, uri }: { readonly reason: string; readonly uri: string | undefined },
  shownPath: ShownPath,
): ScanEffect[] {
  scan.hasThread = false;
  scan.deaths++;
  if (uri !== undefined) scan.leftOut.push(uri);
  const where = uri === undefined ? '' : ` at ${shownPath(uri)}`;
  const message = printable(`The scan of the workspace ended${where}: ${reason}`);
  const log: ScanEffect = { kind: 'log', level: 'error', message };
  if (scan.deaths < mostDeaths) return [log, ...startScan(scan, true)];
  const offered = withoutLinks(printable(`Seaworthy could not scan the workspace: it stopped${where}.`));
  return [log, ...finishScan(scan, 'stopped'), { kind: 'offer scan', message: offered }];
}

function takeProgress(scan: ScanState, { done, total }: Extract<ScanNews, { kind: 'progress' }>): ScanEffect[] {
  [scan.done, scan.total] = [done, total];
  const showing: ScanEffect[] = total >= manyFiles ? [{ kind: 'show progress' }] : [];
  return [...showing, { kind: 'report progress', done, total }, { kind: 'tell state' }];
}

function takeEnd(
  scan: ScanState,
  { isWhole, read, milliseconds }: Extract<ScanNews, { kind: 'scanned' }>,
): ScanEffect[] {
  if (!isWhole) {
    // Ended at once, the thread doesn't know yet how many files there are.
    const howFar = scan.total === 0 ? '' : ` after ${filesDone(scan.done, scan.total)}`;
    const message = `Seaworthy stopped scanning the workspace${howFar}.`;
    return [...finishScan(scan, 'stopped'), { kind: 'offer scan', message }];
  }
  scan.deaths = 0;
  if (scan.request.shown.length === 0) return finishScan(scan, 'complete');
  const message = `The workspace is scanned: ${read} files in ${(milliseconds / 1000).toFixed(1)} seconds.`;
  return [{ kind: 'log', level: 'info', message }, ...finishScan(scan, 'complete')];
}

/** Tells the user once that the files of a folder are judged each by itself. */
function tellAlone({ toldAlone }: ScanState, shownPath: ShownPath, folder: string, reason: string): ScanEffect[] {
  if (toldAlone.has(folder)) return [];
  toldAlone.add(folder);
  const said = withoutLinks(printable(`${shownPath(folder)} ${reason}`));
  return [{ kind: 'warn', message: `${said}. Exclude what is no manifest in .seaworthy.yaml.` }];
}
