import type { TextObjects } from '../../lint/textObjects';
import { readOnce } from '../../readOnce';

/** Kinds that have a controller install what no manifest of the workspace shows: charts, other repositories. */
const installers =
  /^apiVersion:[ \t]*["']?(?:helm\.toolkit\.fluxcd\.io|helm\.cattle\.io|argoproj\.io|kustomize\.toolkit\.fluxcd\.io)\/[^\n]*\n(?:[^\n]*\n){0,3}?kind:[ \t]*["']?(?:HelmRelease|HelmChart|Application|ApplicationSet|Kustomization)\b/m;

/** True for a text with an object that has a controller install others. */
export function holdsInstaller({ documents }: TextObjects): boolean {
  return documents.some(({ document: { reading } }) => isInstaller(reading));
}

/** Asked once for as long as the document stays. */
const isInstaller = readOnce(
  ({ text }: TextObjects['documents'][number]['document']['reading']) =>
    text.includes('kind:') && installers.test(text),
);
