/**
 * The files that kubectl reads: the one of the settings, else those of `$KUBECONFIG`, else `~/.kube/config`. They need
 * not exist.
 */
export function kubeconfigPaths(
  setting: string,
  variable: string | undefined,
  home: string,
  separator: string,
): string[] {
  if (setting !== '') return [setting.replace(/^~(?=[/\\]|$)/, () => home)];
  const listed = (variable ?? '').split(separator).filter((path) => path !== '');
  return listed.length > 0 ? [...new Set(listed)] : [`${home}/.kube/config`];
}
