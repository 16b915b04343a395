import { isVersionChosenByTemplate } from '../../manifests/objects/chosenByTemplate';
import type { KubernetesObject } from '../../manifests/objects/objects';
import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';
import { member } from '../../yaml/field/field';
import type { Rule } from '../rule';

/** The release without PodSecurityPolicy, in any API group. */
const lastlyRemoved: MinorVersion = 25;

/** Whether an object asks for PodSecurityPolicy, in whatever version, and a release has none. */
export function isPodSecurityPolicyGone({ group, kind }: KubernetesObject, release: MinorVersion): boolean {
  return kind === 'PodSecurityPolicy' && (group === 'policy' || group === 'extensions') && release >= lastlyRemoved;
}

export const podSecurityPolicyGone: Rule = {
  id: 'pod-security-policy-gone',
  title: 'Replace PodSecurityPolicies by Pod Security admission',
  severity: 'error',
  profile: 'recommended',
  marks: 'deprecated',
  standards: ['cis:5.2.1'],
  why: `Kubernetes 1.25 removed PodSecurityPolicy without a successor of the same shape. The API server refuses the object; worse,
nothing enforces any more what it said: on a cluster that was upgraded past it, privileged pods, host paths and host
networks are accepted in every namespace that has no Pod Security label.`,
  remedy: `Label the namespaces with \`pod-security.kubernetes.io/enforce: baseline\` or \`restricted\`, and write what goes beyond the
standards as ValidatingAdmissionPolicy. A PodSecurityPolicy that also changed pods (defaulted seccomp, for example) needs
the pods changed, or a MutatingAdmissionPolicy. Then remove the policies and the RBAC rules for \`use\` of them.`,
  links: [
    {
      title: 'Migrate from PodSecurityPolicy to the built-in PodSecurity admission controller',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/migrate-from-psp/',
    },
    { title: 'Pod Security admission', url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/' },
    {
      title: 'Mapping PodSecurityPolicies to Pod Security Standards',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/psp-to-pod-security-standards/',
    },
  ],
  bad: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: shop
spec:
  privileged: false
  runAsUser:
    rule: MustRunAsNonRoot
  seLinux:
    rule: RunAsAny
  fsGroup:
    rule: RunAsAny
  supplementalGroups:
    rule: RunAsAny
`,
  good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
`,
  looksAt: 'object',
  kinds: ['policy/PodSecurityPolicy', 'extensions/PodSecurityPolicy'],
  *check(object, { kubernetesVersion }) {
    if (!isPodSecurityPolicyGone(object, kubernetesVersion) || isVersionChosenByTemplate(object)) return;
    yield {
      at: member(object.root, 'kind'),
      message: 'Kubernetes 1.25 and newer have no PodSecurityPolicy; Pod Security admission took its place',
    };
  },
};
