import { identityOf } from '../../manifests/facts/identityFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { isMadeByCluster } from '../../manifests/kinds/clusterObjects';
import { inSameNamespace, type Namespaced } from '../../manifests/objects/namespace';
import { objectReferences } from '../../manifests/relations/objectReferences';
import type { Field } from '../../yaml/field/field';
import type { Fault, Rule } from '../rule';
import { rbacReference } from './rbacLinks';
import { bindingKinds, roleKinds } from './roleKinds';

export const rbacDangling: Rule = {
  id: 'rbac-dangling',
  title: 'Bind roles and subjects that exist',
  severity: 'information',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `A binding to a role that isn't there grants nothing, and a program fails where nobody looks. Worse, it waits: whoever may make a
role or a ServiceAccount of that name decides later what the binding means, and who gets it.`,
  remedy: `Correct the name or the namespace, add the missing object, or remove the binding. Built-in roles count as present, and so do
objects whose names a template writes.`,
  links: [rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
  namespace: shop
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: wbe
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: jane
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
  namespace: shop
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: web
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: jane
`,
  looksAt: 'object',
  kinds: bindingKinds,
  among: [...roleKinds, ...bindingKinds, '/ServiceAccount'],
  alsoAsks: 'everything',
  *checkAmong(object, { objects, reach }) {
    const own = identityOf(object);
    for (const { at, kind, name, namespace } of objectReferences(object, [])) {
      if (isMadeByCluster(kind, name)) continue;
      const place = { namespace: namespace ?? own.namespace };
      const known = objects.filter((other) => other.kind === kind || other.kind === null);
      if (known.some((other) => mayBe(other, name, kind === 'ClusterRole' ? undefined : place))) continue;
      if (reach === 'workspace') yield { at, message: `There is no ${kind} ${name} in this workspace` };
      else if (reach === 'file') yield* foundInFile(at, { kind, name, place, known, objects });
    }
  },
};

interface Missing {
  readonly kind: string;
  readonly name: string;
  readonly place: Namespaced;
  readonly known: readonly ObjectFacts[];
  readonly objects: readonly ObjectFacts[];
}

/** What isn't in this file may be in another, unless the file shows what was meant instead. */
function* foundInFile(at: Field, { kind, name, place, known, objects }: Missing): Iterable<Fault> {
  const elsewhere = known.filter((other) => other.name === name);
  const [moved] = elsewhere;
  if (moved && elsewhere.length === 1 && typeof moved.namespace === 'string' && typeof place.namespace === 'string') {
    const message = `${kind} ${name} stands in namespace ${moved.namespace}, not in ${place.namespace}`;
    yield { at, message, related: [{ object: moved, message: `This ${kind}` }] };
  }
  // A role that nothing binds, beside a binding to a role that isn't there.
  const unbound = known.filter(
    (role) =>
      role.role && inSameNamespace(role, place) && !objects.some(({ binding }) => binding?.roleName === role.name),
  );
  const [meant] = unbound;
  if (!moved && meant && unbound.length === 1 && typeof meant.name === 'string') {
    const message = `There is no ${kind} ${name} in this file, but ${meant.name}, which nothing binds`;
    yield { at, message, related: [{ object: meant, message: `This ${kind}` }] };
  }
}

/** Whether an object may be the one that is named; of roles of the cluster the namespace doesn't matter. */
function mayBe(other: ObjectFacts, name: string, place: Namespaced | undefined): boolean {
  const isNamed = other.name === name || other.name === null;
  return isNamed && (place === undefined || inSameNamespace(other, place) !== false);
}
