import * as vscode from 'vscode';

/** What other extensions tell and offer; twice helps nobody. */
export interface OtherExtensions {
  /** Red Hat's YAML extension reports syntax errors and completes fields. */
  readonly haveYaml: boolean;
  /** Microsoft's Kubernetes extension warns of missing resource limits. */
  readonly tellOfLimits: boolean;
  /** Microsoft's Kubernetes extension explains and offers the functions of templates, and values. */
  readonly haveFunctions: boolean;
  /** Helm's language server explains and offers all that stands in templates. */
  readonly haveTemplates: boolean;
}

const kubernetesTools = 'ms-kubernetes-tools.vscode-kubernetes-tools';
const linterSettings = 'vs-kubernetes';

/** What the extensions that are installed do, as their settings stand. */
export function otherExtensions(): OtherExtensions {
  const isInstalled = (id: string) => vscode.extensions.getExtension(id) !== undefined;
  return {
    haveYaml: isInstalled('redhat.vscode-yaml'),
    tellOfLimits: isInstalled(kubernetesTools) && lintsLimits(),
    haveFunctions: isInstalled(kubernetesTools),
    haveTemplates: isInstalled('helm-ls.helm-ls'),
  };
}

/** Calls back whenever what they do has changed. */
export function onDidChangeOtherExtensions(changed: () => void): vscode.Disposable {
  let last = JSON.stringify(otherExtensions());
  const compare = () => {
    const now = JSON.stringify(otherExtensions());
    if (now === last) return;
    last = now;
    changed();
  };
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(compare),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(linterSettings)) compare();
    }),
  );
}

function lintsLimits(): boolean {
  const settings = vscode.workspace.getConfiguration(linterSettings);
  const turnedOff: unknown = settings.get('disable-linters');
  // It is a word there, not a boolean.
  const isOff = String(settings.get('disable-lint')) === 'true';
  return !isOff && !(Array.isArray(turnedOff) && turnedOff.includes('resource-limits'));
}
