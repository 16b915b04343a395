import { descend, type Field, member } from '../../yaml/field/field';
import type { BindingSubject } from '../facts/bindingFacts';
import type { ObjectFacts } from '../facts/objectFacts';
import { objectsWith } from '../facts/objectsWith';
import { inSameNamespace } from '../objects/namespace';
import { type Stated, statedBoolean, statedString } from '../objects/stated';
import { isPartialPod } from '../pods/partial';
import type { PodSpec } from '../pods/podSpec';
import { all, type Truth } from '../truth';

/** As whom a pod calls the Kubernetes API, and whether it gets a token to do so. */
export interface ServiceAccountToken {
  /** `default` where none is named, null where a template names it. */
  readonly accountName: string | null;
  /** Where the ServiceAccount is named, or could be. */
  readonly accountField: Field;
  /** The ServiceAccount, if it is in reach. */
  readonly account: ObjectFacts | undefined;
  /** The pod's own word. */
  readonly automount: Field;
  /** Null where a template decides, or a ServiceAccount that is out of reach. */
  readonly isMounted: Truth;
  /** Whether a binding in reach gives the ServiceAccount any role; null also where there is no token. */
  readonly isBound: Truth;
}

/** The kinds that have to be consulted. */
export const tokenNeighbours: readonly string[] = [
  '/ServiceAccount',
  'rbac.authorization.k8s.io/RoleBinding',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
];

/** The token that a pod gets: what it says itself comes before what its ServiceAccount says, and by default it gets one. */
export function serviceAccountToken(pod: PodSpec, objects: readonly ObjectFacts[]): ServiceAccountToken {
  const accountField = serviceAccountField(pod);
  const accountName = accountNameOf(pod);
  const own = { namespace: statedString(descend(pod.object.root, 'metadata', 'namespace')) };
  const account =
    accountName === null
      ? undefined
      : objectsWith(objects, 'serviceAccount').find(
          (object) => object.name === accountName && inSameNamespace(own, object) !== false,
        );
  const automount = member(pod.spec, 'automountServiceAccountToken');
  const mounted = isMounted(statedBoolean(automount), accountName, account);
  return {
    accountName,
    accountField,
    account,
    automount,
    isMounted: mounted,
    // Nobody asks what a token could do that isn't there.
    isBound: accountName === null || mounted === false ? null : isBound(accountName, own, objects),
  };
}

/** The name of a pod's ServiceAccount: `default` where it names none, null where a template names it, or somebody else may. */
export function accountNameOf(pod: PodSpec): string | null {
  const written = statedString(serviceAccountField(pod));
  if (written !== undefined && written !== '') return written;
  return isPartialPod(pod) ? null : 'default';
}

/** Where a pod names its ServiceAccount; `serviceAccount` is the field's old name, which counts only if the other is missing. */
export function serviceAccountField(pod: PodSpec): Field {
  const named = member(pod.spec, 'serviceAccountName');
  const deprecated = member(pod.spec, 'serviceAccount');
  return named.state === 'absent' && deprecated.state !== 'absent' ? deprecated : named;
}

function isMounted(own: Stated<boolean>, accountName: string | null, account: ObjectFacts | undefined): Truth {
  if (own !== undefined) return own;
  const ofAccount = account?.serviceAccount?.automountsToken;
  if (ofAccount !== undefined) return ofAccount;
  return account || accountName === 'default' ? true : null;
}

function isBound(name: string, own: { readonly namespace: Stated<string> }, objects: readonly ObjectFacts[]): Truth {
  let truth: Truth = false;
  for (const { binding } of objectsWith(objects, 'binding')) {
    for (const subject of binding.subjects) {
      const isIn = isSubject(subject, name, own);
      if (isIn) return true;
      if (isIn === null) truth = null;
    }
    if (binding.mayHaveMore) truth = null;
  }
  return truth;
}

function isSubject(subject: BindingSubject, name: string, own: { readonly namespace: Stated<string> }): Truth {
  if (subject.kind === 'ServiceAccount') {
    const isNamed = equals(subject.name, name);
    return isNamed === false ? false : all([isNamed, inSameNamespace(subject, own)]);
  }
  if (subject.kind === 'Group') {
    return typeof subject.name === 'string'
      ? /^system:(?:authenticated$|serviceaccounts(?::|$))/.test(subject.name)
      : null;
  }
  return subject.kind === null ? null : false;
}

function equals(stated: Stated<string>, name: string): Truth {
  return stated === null ? null : stated === name;
}
