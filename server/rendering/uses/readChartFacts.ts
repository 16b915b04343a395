import { isKustomization } from '../../documents/kindOf';
import { customWorkloadKinds } from '../../manifests/kinds/customWorkloadKinds';
import { isObjectOf, objectsOf } from '../../manifests/objects/objects';
import type { Field } from '../../yaml/field/field';
import { usesOfApplication, usesOfApplicationSet } from './argoCdUses';
import type { ChartFact } from './chartUse';
import { documentsOf, type PlacedDocument } from './documentsOf';
import { chartOfHelmChart, repositoryOf, useOfHelmRelease } from './fluxUses';
import { usesOfHelmfile } from './helmfileUses';
import { usesOfKustomization } from './kustomizeUses';

/** What a file tells of charts and of how they are used. */
export function readChartFacts(uri: string, text: string): readonly ChartFact[] {
  if (isKustomization(uri)) {
    return /\bhelmChart(?:s|InflationGenerator)\b/.test(text)
      ? documentsOf(text).flatMap(read(usesOfKustomization))
      : none;
  }
  if (isHelmfile(uri)) {
    // A helmfile with actions is rendered before anybody reads it.
    return text.includes('{{') || !text.includes('releases') ? none : documentsOf(text).flatMap(read(usesOfHelmfile));
  }
  const isOfTools = text.includes('argoproj.io/') || text.includes('toolkit.fluxcd.io/');
  return isOfTools ? documentsOf(text, mayTell).flatMap(factsOf) : none;
}

const none: readonly ChartFact[] = [];

/** True for a document that may be of a kind which tells of charts; their definitions are long, and name them too. */
function mayTell(document: string): boolean {
  const isNamed =
    /kind["']?:[ \t]*["']?(?:Application|ApplicationSet|HelmRelease|HelmChart|GitRepository)["']?[ \t]*(?:[,}#\r\n]|$)/m;
  return isNamed.test(document) && !/^kind:[ \t]*["']?CustomResourceDefinition\b/m.test(document);
}

function isHelmfile(uri: string): boolean {
  return /\/helmfile\.ya?ml$|\/helmfile\.d\/[^/]+\.ya?ml$/.test(uri);
}

function read(
  uses: (root: Field, start: number) => readonly ChartFact[],
): (document: PlacedDocument) => readonly ChartFact[] {
  return ({ root, start }) => uses(root, start);
}

function factsOf({ root: { tree }, start }: PlacedDocument): ChartFact[] {
  return objectsOf(tree, customWorkloadKinds).flatMap((object): readonly ChartFact[] => {
    const { root } = object;
    const isOf = (groupKind: string) => isObjectOf(object, groupKind);
    if (isOf('argoproj.io/Application')) return usesOfApplication(root, start);
    if (isOf('argoproj.io/ApplicationSet')) return usesOfApplicationSet(root, start);
    if (isOf('helm.toolkit.fluxcd.io/HelmRelease')) return known(useOfHelmRelease(root, start));
    if (isOf('source.toolkit.fluxcd.io/HelmChart')) return known(chartOfHelmChart(root));
    if (isOf('source.toolkit.fluxcd.io/GitRepository')) return known(repositoryOf(root));
    return none;
  });
}

function known<Fact extends ChartFact>(fact: Fact | undefined): readonly Fact[] {
  return fact ? [fact] : [];
}
