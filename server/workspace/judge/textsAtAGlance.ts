/** Kinds that have a controller install what no manifest of the workspace shows: charts, other repositories. */
const installers =
  /^apiVersion:[ \t]*["']?(?:helm\.toolkit\.fluxcd\.io|helm\.cattle\.io|argoproj\.io|kustomize\.toolkit\.fluxcd\.io)\/[^\n]*\n(?:[^\n]*\n){0,3}?kind:[ \t]*["']?(?:HelmRelease|HelmChart|Application|ApplicationSet|Kustomization)\b/m;

/** True for a text with an object that has a controller install others. */
export function isInstaller(text: string): boolean {
  return text.includes('kind:') && installers.test(text);
}
