import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { kubectlSettings } from '../settings';
import { firstOf } from './appearance';
import { isProtected } from './protection';
import { configuredKubeconfigPaths, readSituation } from './situation';

/** The current context, watched in the kubeconfig. No cluster is asked, and no credential plugin runs. */
export interface CurrentContext extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** Whether the kubeconfig has a current context. */
  readonly isThere: () => boolean;
}

/** Kubectl writes the file in several steps; one reading for all of them is enough. */
const settlingTime = 100;

/** Shows context and namespace in the status bar, and keeps up with the kubeconfig. */
export function showCurrentContext(): CurrentContext {
  const item = vscode.window.createStatusBarItem('seaworthy.context', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Kubernetes context';
  item.command = 'seaworthy.switch';
  const changed = new vscode.EventEmitter<void>();
  let isThere = false;
  let timer: NodeJS.Timeout | undefined;
  let watchers = watchFiles();

  function watchFiles(): vscode.Disposable {
    return vscode.Disposable.from(
      ...configuredKubeconfigPaths().map((file) => {
        const pattern = new vscode.RelativePattern(vscode.Uri.file(path.dirname(file)), path.basename(file));
        const watcher = vscode.workspace.createFileSystemWatcher(pattern);
        return vscode.Disposable.from(
          watcher,
          watcher.onDidChange(soon),
          watcher.onDidCreate(soon),
          watcher.onDidDelete(soon),
          // Where its folder is missing too, no watcher tells when it comes.
          ...(existsSync(file) ? [] : [firstOf([file], soon)]),
        );
      }),
    );
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), settlingTime);
  }

  async function refresh(): Promise<void> {
    const { showsStatus, protectedContexts } = kubectlSettings();
    const situation = await readSituation();
    const current = situation.kind === 'situation' ? situation.kubeconfig.current : undefined;
    isThere = current !== undefined;
    changed.fire();
    item.hide();
    if (!showsStatus) return;
    if (situation.kind === 'problem') {
      // No kubeconfig is nothing to speak of; one that can't be read is.
      if (situation.file === undefined) return;
      item.text = '$(warning) kubeconfig';
      item.tooltip = situation.message;
      item.accessibilityInformation = { label: `Kubernetes: ${situation.message}` };
      item.backgroundColor = undefined;
    } else {
      const { contexts } = situation.kubeconfig;
      const isGuarded = current !== undefined && isProtected({ name: current.name, contexts }, protectedContexts);
      item.text = current
        ? `$(server-environment) ${current.name} / ${current.namespace}`
        : '$(server-environment) no context';
      item.tooltip = tooltipOf(current, isGuarded);
      item.accessibilityInformation = {
        label: current ? `Kubernetes context ${current.name}, namespace ${current.namespace}` : 'No Kubernetes context',
      };
      item.backgroundColor = isGuarded ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    }
    item.show();
  }

  const settings = vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration('seaworthy')) return;
    watchers.dispose();
    watchers = watchFiles();
    soon();
  });
  void refresh();
  return {
    onDidChange: changed.event,
    isThere: () => isThere,
    dispose: () => {
      clearTimeout(timer);
      vscode.Disposable.from(item, changed, watchers, settings).dispose();
    },
  };
}

function tooltipOf(
  current: { name: string; namespace: string; cluster: string } | undefined,
  isGuarded: boolean,
): string {
  if (!current) return 'The kubeconfig has no current context. Click to choose one.';
  const guarded = isGuarded ? '\nProtected: changes ask for the name of the context.' : '';
  return `Context ${current.name}\nNamespace ${current.namespace}\nCluster ${current.cluster}${guarded}\nClick to switch.`;
}
