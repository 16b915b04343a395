/*
 * What users are told when a helper can't run: what is wrong, where, and what to do.
 */

export const installGuide = 'https://kubernetes.io/docs/tasks/tools/#kubectl';

/** Said where no kubectl is found. */
export function noKubectl(program: string): string {
  return program === 'kubectl'
    ? 'kubectl was not found on the PATH. Install it, or name it in the setting seaworthy.kubectlPath.'
    : `There is no program ${program}, which the setting seaworthy.kubectlPath names. Correct the setting, or install kubectl there.`;
}

/** Said where kubectl has not yet what a helper takes. */
export function oldKubectl(title: string, found: string, since: number): string {
  return `"${title}" needs kubectl 1.${since} or newer, and this is ${found}. Install a newer kubectl, or name one in the setting seaworthy.kubectlPath.`;
}

/** Said where the program is there, but does not say its version. */
export function strangeKubectl(program: string, reason: string): string {
  return `${program} does not answer as kubectl does: ${reason}. Correct the setting seaworthy.kubectlPath.`;
}

/** Said where no kubeconfig file exists. */
export function noKubeconfig(paths: readonly string[]): string {
  return `There is no kubeconfig at ${paths.join(', ')}. Get one from whoever runs your cluster, or name it in $KUBECONFIG or the setting seaworthy.kubeconfig.`;
}

/** Said where a kubeconfig file can't be read. */
export function brokenKubeconfig(file: string, reason: string): string {
  return `The kubeconfig ${file} can't be read: ${reason} Mend the file, or name another in the setting seaworthy.kubeconfig.`;
}

/** Said where a kubeconfig has contexts, but none is current, or no context at all. */
export function noCurrentContext(contexts: number): string {
  return contexts === 0
    ? 'Your kubeconfig has no context. Get one from whoever runs your cluster.'
    : 'Your kubeconfig has no current context. Choose one with "Switch context".';
}
