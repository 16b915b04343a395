/*
 * What users are told of a kubeconfig that helps nobody: what is wrong, where, and what to do.
 */

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
