/*
 * What users are told where no kubectl fits: what is wrong, and what to do.
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
