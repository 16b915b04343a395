import type { ObjectFacts } from '../../../server/manifests/facts/objectFacts';
import { builtInWorkloadKinds } from '../../../server/manifests/kinds/workloadKinds';
import { groupOf, objectsOf } from '../../../server/manifests/objects/objects';
import { podSpecsOf } from '../../../server/manifests/pods/podSpec';
import { newestVersion } from '../../../server/manifests/versions/kubernetesVersion';
import type { Fault, Neighbours, Rule } from '../../../server/rules/rule';
import { parseTree } from '../../../server/yaml/read/tree';
import { maskedText } from '../../../server/yaml/templates/templates';

/** The facts of an object of another file. */
export function factsNamed(
  apiVersion: string,
  kind: string,
  name: string | null,
  namespace: string | null | undefined,
): ObjectFacts {
  return {
    group: groupOf(apiVersion),
    version: apiVersion.slice(apiVersion.lastIndexOf('/') + 1),
    kind,
    name,
    namespace,
    labels: { values: {}, mayHaveMore: false },
    range: { start: 0, end: 0 },
    replicas: undefined,
  };
}

/** What a rule says of the first object of a manifest in a workspace that holds some other objects. */
export function faultsAmong(rule: Rule, manifest: string, objects: readonly ObjectFacts[]): Fault[] {
  const parsed = parseTree(maskedText(manifest), 0, manifest);
  const [object] = parsed.outcome === 'parsed' ? objectsOf(parsed.tree, builtInWorkloadKinds) : [];
  const neighbours: Neighbours = { objects, reach: 'workspace' };
  const context = { kubernetesVersion: newestVersion, allowedRegistries: [] };
  if (!object || !('checkAmong' in rule)) return [];
  if (rule.looksAt === 'object') return [...rule.checkAmong(object, neighbours, context)];
  const [pod] = podSpecsOf(object, builtInWorkloadKinds);
  return rule.looksAt === 'pod spec' && pod ? [...rule.checkAmong(pod, neighbours, context)] : [];
}
