import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { kubectlSettings } from '../settings';
import { type ContextStatus, contextStatus } from './contextStatus';
import { firstOf } from './firstOf';
import { configuredKubeconfigPaths, readKubeconfigInUse } from './kubeconfigInUse';

/** The current context, watched in the kubeconfig. No cluster is asked, and no credential plugin runs. */
export interface CurrentContext extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** Whether the kubeconfig has a current context. */
  readonly isThere: () => boolean;
}

/** Kubectl writes the file in several steps; one reading for all of them is enough. */
const settlingTime = 100;

/** What is watched and shown. */
interface Watch {
  readonly item: vscode.StatusBarItem;
  readonly changed: vscode.EventEmitter<void>;
  isThere: boolean;
  timer: NodeJS.Timeout | undefined;
  watchers: vscode.Disposable;
}

/** Shows context and namespace in the status bar, and keeps up with the kubeconfig. */
export function showCurrentContext(): CurrentContext {
  const item = vscode.window.createStatusBarItem('seaworthy.context', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Kubernetes context';
  item.command = 'seaworthy.switch';
  const changed = new vscode.EventEmitter<void>();
  const watch: Watch = { item, changed, isThere: false, timer: undefined, watchers: vscode.Disposable.from() };
  const soon = () => refreshSoon(watch);
  watch.watchers = watchedFiles(soon);
  const settings = vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration('seaworthy')) return;
    watch.watchers.dispose();
    watch.watchers = watchedFiles(soon);
    soon();
  });
  void refresh(watch);
  return {
    onDidChange: changed.event,
    isThere: () => watch.isThere,
    dispose: () => {
      clearTimeout(watch.timer);
      vscode.Disposable.from(item, changed, watch.watchers, settings).dispose();
    },
  };
}

/** Calls back whenever one of the files that kubectl reads changes, appears or goes. */
function watchedFiles(changed: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    ...configuredKubeconfigPaths().map((file) => {
      const pattern = new vscode.RelativePattern(vscode.Uri.file(path.dirname(file)), path.basename(file));
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      return vscode.Disposable.from(
        watcher,
        watcher.onDidChange(changed),
        watcher.onDidCreate(changed),
        watcher.onDidDelete(changed),
        // Where its folder is missing too, no watcher tells when it comes.
        ...(existsSync(file) ? [] : [firstOf([file], changed)]),
      );
    }),
  );
}

function refreshSoon(watch: Watch): void {
  clearTimeout(watch.timer);
  watch.timer = setTimeout(() => void refresh(watch), settlingTime);
}

async function refresh(watch: Watch): Promise<void> {
  const { showsStatus, protectedContexts } = kubectlSettings();
  const inUse = await readKubeconfigInUse();
  watch.isThere = inUse.kind === 'in use' && inUse.kubeconfig.current !== undefined;
  watch.changed.fire();
  watch.item.hide();
  const status = showsStatus ? contextStatus(inUse, protectedContexts) : undefined;
  if (status) show(watch.item, status);
}

function show(item: vscode.StatusBarItem, { text, tooltip, label, isGuarded }: ContextStatus): void {
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label };
  item.backgroundColor = isGuarded ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
}
