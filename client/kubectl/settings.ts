import * as vscode from 'vscode';
import type { FilledPlaceholder } from './catalogue/helper';

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
  // An emptied setting counts as one that was never set, and so does one that is no text.
  const text = (name: string) => {
    const written: unknown = settings.get(name);
    return (typeof written === 'string' && written.trim()) || settings.inspect<string>(name)?.defaultValue || '';
  };
  const written: unknown = settings.get('protectedContexts');
  const usual = settings.inspect<string[]>('protectedContexts')?.defaultValue ?? [];
  return {
    kubectlPath: text('kubectlPath'),
    kubeconfig: text('kubeconfig'),
    protectedContexts: Array.isArray(written) ? written.filter((each) => typeof each === 'string') : usual,
    images: {
      busyboxImage: text('images.busybox'),
      curlImage: text('images.curl'),
      amicontainedImage: text('images.amicontained'),
    },
    showsStatus: settings.get<boolean>('statusBar', true),
  };
}
