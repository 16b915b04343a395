import { takeChanges, tellChanges, tellOpenFiles } from './changedFiles';
import { effectsOf } from './neighbourhoodEffects';
import { lookFromClosed, lookFromOpen, objectsIn } from './neighbourhoods';
import type { Delayed, ScanEffect } from './scanEffects';
import type { ScanningSession, WorkspaceScan } from './scanningSession';
import { effectRunner } from './scanRunner';
import { askForScan, type SettingsNow, scanAgain, startScan, takeSettings } from './scanStarting';
import { noScan, type ScanState, workspaceStateOf } from './scanState';
import { closeOpen, hideOpen, showOpen } from './shownFindings';
import { takeDeath, takeNews } from './threadNews';

/**
 * What is known of the files that are not open: a thread reads the neighbourhoods of those that are, and judges all files
 * of a workspace folder where the settings ask for it. Closed files get their diagnostics sent; open ones are asked for,
 * so that nothing is shown twice. (A client of VS Code would ask for those of the whole workspace anew every two seconds,
 * without a way to show progress.)
 */
export function workspaceScan(session: ScanningSession): WorkspaceScan {
  const scan = noScan();
  const { shownPath } = session;
  const { run, scanned, neighbourhoodsKnown } = effectRunner(session, {
    state: () => workspaceStateOf(scan),
    onNews: (news) => run(takeNews(scan, news, shownPath)),
    onDeath: (reason, uri) => run(takeDeath(scan, { reason, uri }, shownPath)),
    onDue: (delayed) => run(whenDue[delayed](scan)),
    onScanAgain: () => run(scanAgain(scan)),
  });

  return {
    async settle() {
      run(takeSettings(scan, await settingsNow(session)));
    },
    async scan() {
      const { isRefused, effects } = askForScan(scan, await settingsNow(session));
      const outcome = isRefused ? undefined : scanned();
      run(effects);
      const refusal = 'There is no folder on disk to scan: only open files are checked here.';
      return outcome ?? { ...workspaceStateOf(scan), refusal };
    },
    onFilesChanged: (events) => run(takeChanges(scan, events, session.configures)),
    around(file) {
      const { surroundings, news } = lookFromOpen(scan.neighbourhoods, file);
      run(effectsOf(scan, news));
      return surroundings;
    },
    async aroundClosed(folder, uri) {
      if (folder === undefined) return undefined;
      let sight = lookFromClosed(scan.neighbourhoods, folder, uri);
      run(effectsOf(scan, sight.news));
      while (sight.isAwaited) {
        await neighbourhoodsKnown();
        sight = lookFromClosed(scan.neighbourhoods, folder, uri);
      }
      return sight.surroundings;
    },
    objects: () => objectsIn(scan.neighbourhoods),
    factsIn: (folder) => scan.neighbourhoods.known.get(folder)?.files.facts() ?? [],
    onShown: (uri, diagnostics) => run(showOpen(scan, uri, diagnostics)),
    onHidden: (uri, diagnostics) => run(hideOpen(scan, uri, diagnostics)),
    onClosed: (uri) => run(closeOpen(scan, uri)),
    onConfiguration: (uri, text) => run([{ kind: 'tell thread', task: { kind: 'configuration', uri, text } }]),
    state: () => workspaceStateOf(scan),
  };
}

const whenDue: Readonly<Record<Delayed, (scan: ScanState) => ScanEffect[]>> = {
  'tell changes': tellChanges,
  'tell open files': tellOpenFiles,
  'scan anew': (scan) => startScan(scan, true),
  'read more': (scan) => startScan(scan, false),
};

async function settingsNow({ folders, hasFolders, settingsOf }: ScanningSession): Promise<SettingsNow> {
  const withSettings = folders().map(async (folder) => ({ folder, settings: await settingsOf(folder) }));
  return { folders: await Promise.all(withSettings), settings: await settingsOf(undefined), hasFolders: hasFolders() };
}
