import { identityOf } from '../../manifests/facts/identityFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { inSameNamespace } from '../../manifests/objects/namespace';
import { keyReferences } from '../../manifests/pods/keyReferences';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { mistypedName } from '../../nearestWord';
import { readOnce } from '../../readOnce';
import { booleanOf } from '../../yaml/field/field';
import type { Fault } from '../rule';
import { makesSecrets } from './objectMakers';

/**
 * The keys that a pod asks of ConfigMaps and Secrets which are in reach and don't have them. Where several have the
 * name, variants or what a kustomization merges, each of them must be known and lack the key.
 */
export function* missingKeys(pod: PodSpec, objects: readonly ObjectFacts[]): Iterable<Fault> {
  const own = identityOf(pod.object);
  for (const { at, kind, name, key, optional } of keyReferences(pod)) {
    if (optional.state === 'unknown' || booleanOf(optional) === true) continue;
    const named = (holdersOf(objects).get(`${kind} ${name}`) ?? []).filter(
      (other) => inSameNamespace(other, own) !== false,
    );
    const [object] = named;
    if (object === undefined || named.some(({ keys }) => !keys || keys.mayHaveMore || keys.names.includes(key)))
      continue;
    if (kind === 'Secret' && mayMakeSecrets(objects)) continue;
    const meant = mistypedName(
      key,
      named.flatMap(({ keys }) => keys?.names ?? []),
    );
    yield {
      at,
      message: `The ${kind} ${name} has no key ${key}, so the container is not started${meant === undefined ? '' : `; perhaps ${meant} is meant`}`,
      severity: 'warning',
      related: [{ object, message: `The ${kind} that lacks the key` }],
    };
  }
}

/** The ConfigMaps and Secrets by kind and name. */
const holdersOf = readOnce((objects: readonly ObjectFacts[]) => {
  const found = new Map<string, ObjectFacts[]>();
  for (const object of objects) {
    const { group, kind, name } = object;
    if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret') || typeof name !== 'string') continue;
    const key = `${kind} ${name}`;
    const holders = found.get(key);
    if (holders) holders.push(object);
    else found.set(key, [object]);
  }
  return found;
});

const mayMakeSecrets = readOnce((objects: readonly ObjectFacts[]) => objects.some(makesSecrets));
