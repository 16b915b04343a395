import { identityOf } from '../../manifests/facts/identityFacts';
import { serviceAccountToken, tokenNeighbours } from '../../manifests/relations/serviceAccountToken';
import { type Path, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Fix, Rule } from '../rule';
import { type Account, allPowers, grantorsOf } from './accountPowers';
import { lesserAccounts } from './lesserAccounts';
import { andMore } from './powerFaults';
import { rbacPractices } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const podPrivilegePath: Rule = {
  id: 'pod-privilege-path',
  title: 'Run pods as ServiceAccounts that lead no further than the pod needs',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `Whoever breaks into the pod finds its token in a file and may do with it what the ServiceAccount may: here that leads out of the
pod, to the secrets of others, to other pods, or to the whole cluster. Workload, ServiceAccount, binding and role look harmless one by
one; the way through all four is what counts.`,
  remedy: `Give the workload a ServiceAccount of its own, bound to a role that names what it needs, by a RoleBinding where one namespace is enough.
A pod that never calls the Kubernetes API needs no token: \`automountServiceAccountToken: false\`. An operator that must have these permissions
belongs in a namespace where nobody else runs pods.`,
  links: [
    rbacPractices,
    { title: 'Service Accounts', url: 'https://kubernetes.io/docs/concepts/security/service-accounts/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  serviceAccountName: web
  automountServiceAccountToken: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  serviceAccountName: web
  automountServiceAccountToken: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
`,
  looksAt: 'pod spec',
  among: [...tokenNeighbours, ...roleKinds],
  alsoAsks: 'everything',
  refutedBy: [],
  *checkAmong(pod, neighbours) {
    const { objects } = neighbours;
    const { accountName, accountField, isMounted } = serviceAccountToken(pod, objects);
    if (accountName === null || isMounted === false) return;
    const own: Account = { ...identityOf(pod.object), name: accountName };
    const grantors = grantorsOf(own, neighbours);
    const [worst, ...others] = allPowers(grantors);
    if (worst === undefined) return;
    // Beyond a file there are accounts of other applications, which are no choice for this one.
    const lesser = neighbours.reach === 'file' ? lesserAccounts(own, neighbours) : [];
    const confined = worst.endsWith('in all namespaces') ? '; a RoleBinding would keep it to one' : '';
    const instead = lesser[0] === undefined ? confined : `; ServiceAccount ${lesser[0]} may do less`;
    yield {
      at: accountField,
      message: `Whoever breaks into this pod may, as ServiceAccount ${accountName}, ${worst}${andMore(others)}${instead}`,
      related: grantors.flatMap(({ binding, role, may: granted }) => [
        { object: binding, message: 'binds the ServiceAccount' },
        ...(role ? [{ object: role, message: `lets it ${granted.slice(0, 2).join(' and ')}` }] : []),
      ]),
      fixes: lesser.length > 0 ? [switched(pathOf(accountField), lesser)] : [],
    };
  },
};

function switched(path: Path, [least = '', ...others]: readonly string[]): Fix {
  return {
    title: `Run the pod as ServiceAccount ${least} (what it is not bound to, the pod can no longer do)`,
    class: 'ask',
    edits: [set(path, blank(least, ...others))],
  };
}
