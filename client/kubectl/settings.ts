import * as vscode from 'vscode';
import type { FilledPlaceholder } from './helper';

/** The settings of the helpers. All but the status bar's are of machine scope: a workspace can't set what is run. */
export interface KubectlSettings {
  readonly kubectlPath: string;
  readonly kubeconfig: string;
  readonly protectedContexts: readonly string[];
  readonly images: Readonly<Record<Exclude<FilledPlaceholder, 'suffix'>, string>>;
  readonly showsStatus: boolean;
}

/** The settings as they are now. */
export function kubectlSettings(): KubectlSettings {
  const settings = vscode.workspace.getConfiguration('seaworthy');
  // An emptied setting counts as one that was never set.
  const text = (name: string) =>
    settings.get<string>(name)?.trim() || settings.inspect<string>(name)?.defaultValue || '';
  return {
    kubectlPath: text('kubectlPath'),
    kubeconfig: text('kubeconfig'),
    protectedContexts: settings.get<string[]>('protectedContexts', []),
    images: {
      busyboxImage: text('images.busybox'),
      curlImage: text('images.curl'),
      amicontainedImage: text('images.amicontained'),
    },
    showsStatus: settings.get<boolean>('statusBar', true),
  };
}
