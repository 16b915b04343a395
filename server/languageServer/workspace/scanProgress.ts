import type { Connection } from 'vscode-languageserver';

/** Progress that the user sees and can cancel. */
export interface ScanProgress {
  readonly report: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Shows the progress of a scan; says nothing to clients that can't show any. */
export function showScanProgress(connection: Connection, canShow: boolean, onCancel: () => void): ScanProgress {
  if (!canShow) return { report() {}, end() {} };
  let isOver = false;
  const shown = connection.window.createWorkDoneProgress().then((progress) => {
    progress.begin('Seaworthy is scanning the workspace', 0, undefined, true);
    progress.token.onCancellationRequested(() => {
      if (!isOver) onCancel();
    });
    return progress;
  });
  // A client that refuses to show progress still gets diagnostics.
  shown.catch(() => undefined);
  return {
    report(done, total) {
      const percentage = Math.floor((100 * done) / Math.max(1, total));
      shown.then((progress) => !isOver && progress.report(percentage, filesDone(done, total))).catch(() => undefined);
    },
    end() {
      if (isOver) return;
      isOver = true;
      shown.then((progress) => progress.done()).catch(() => undefined);
    },
  };
}

/** `450 of 1,502 files`. */
export function filesDone(done: number, total: number): string {
  return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`;
}
