import { identityOf } from '../../manifests/facts/identityFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { isMadeByCluster } from '../../manifests/kinds/clusterObjects';
import { inSameNamespace } from '../../manifests/objects/namespace';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { type ObjectReference, objectReferences } from '../../manifests/relations/objectReferences';
import { mistypedName } from '../../nearestWord';
import { booleanOf, descend, items, member, stringOf } from '../../yaml/field/field';
import type { Rule } from '../rule';
import { missingKeys } from './missingKeys';
import { isObjectMaker, objectMakers } from './objectMakers';
import { usingSecrets } from './secretLinks';

/** What pods wait for; other things they name, such as classes, belong to the cluster. */
const awaited: readonly string[] = ['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'ServiceAccount'];

export const referenceMissing: Rule = {
  id: 'reference-missing',
  title: 'Refer to ConfigMaps, Secrets, claims and ServiceAccounts that exist',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `A pod whose ConfigMap, Secret, claim or ServiceAccount is missing isn't started: it waits in CreateContainerConfigError or
Pending, often at the worst time, when it is moved to another node or rolled back. So it does where the object is there and lacks the key
that a variable or a volume asks for.`,
  remedy: `Correct the name or the namespace, or add the object. It is looked for where others of its kind are kept; a Secret is only
missed where another one has nearly its name, since most are made by other means. What may be missing is marked \`optional: true\`. What generators,
ExternalSecrets, SealedSecrets and certificates make counts as present, and so does what the cluster makes itself. A key is missed, as a
warning, where every ConfigMap or Secret of the name is written out without it.`,
  links: [
    usingSecrets,
    {
      title: 'Configure a Pod to use a ConfigMap',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      envFrom:
        - configMapRef:
            name: wbe
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LEVEL: debug
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      envFrom:
        - configMapRef:
            name: web
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  LEVEL: debug
`,
  looksAt: 'pod spec',
  among: ['/ConfigMap', '/Secret', '/PersistentVolumeClaim', '/ServiceAccount', ...objectMakers],
  alsoAsks: 'everything',
  *checkAmong(pod, { objects, reach }) {
    yield* missingKeys(pod, objects);
    // What isn't in this file may be in another.
    if (reach !== 'workspace') return;
    const own = identityOf(pod.object);
    const near = objects.filter((other) => inSameNamespace(other, own) !== false);
    for (const reference of objectReferences(pod.object, [pod])) {
      const { at, kind, name } = reference;
      if (!awaited.includes(kind) || isMadeByCluster(kind, name) || isOptional(reference)) continue;
      if (isClaimTemplate(pod, reference) || near.some((other) => mayBe(other, reference))) continue;
      const kept = near.flatMap((other) => (other.kind === kind && typeof other.name === 'string' ? other.name : []));
      const meant = mistypedName(name, kept);
      // Secrets are mostly made where no manifest tells of it, and what is kept elsewhere is not looked for here.
      const isKeptHere = kind === 'Secret' ? meant !== undefined : kept.length > 0;
      if (!isKeptHere) continue;
      const hint = meant === undefined ? '' : `; perhaps ${meant} is meant`;
      yield { at, message: `There is no ${kind} ${name} in this workspace${hint}` };
    }
  },
};

/** A StatefulSet makes the claims of its templates itself, whatever a volume of the same name says. */
function isClaimTemplate({ object }: PodSpec, { at, kind }: ObjectReference): boolean {
  if (kind !== 'PersistentVolumeClaim' || object.kind !== 'StatefulSet') return false;
  const volume = at.parent?.parent;
  const volumeName = volume && stringOf(member(volume, 'name'));
  const templates = items(descend(object.root, 'spec', 'volumeClaimTemplates'));
  return templates.some((template) => stringOf(descend(template, 'metadata', 'name')) === volumeName);
}

function isOptional({ at }: ObjectReference): boolean {
  if (!at.parent) return false;
  const optional = member(at.parent, 'optional');
  return optional.state === 'unknown' || booleanOf(optional) === true;
}

/** Whether an object is the one that is named, may be, or may become it. */
function mayBe(other: ObjectFacts, { kind, name }: ObjectReference): boolean {
  const makes = isObjectMaker(other) && (kind === 'Secret' || kind === 'ConfigMap');
  if (other.kind === 'Certificate' || other.kind === 'Kustomization' || other.kind === 'SecretProviderClass')
    return makes;
  return (other.kind === kind || other.kind === null || makes) && (other.name === name || other.name === null);
}
