import { isVersionChosenByTemplate } from '../../manifests/objects/chosenByTemplate';
import type { KubernetesObject } from '../../manifests/objects/objects';
import {
  apiVersionOf,
  isBuiltInGroup,
  nearestApi,
  type ServedApi,
  servedApi,
} from '../../manifests/versions/apiVersions/servedApi';
import { versionName } from '../../manifests/versions/kubernetesVersion';
import { member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Fix, Rule } from '../rule';
import { isPodSecurityPolicyGone } from './podSecurityPolicyGone';
import { apiOf, readsApi } from './rewritingFixes';

/** Before it, every version of an API that a manifest may still ask for was there. */
const oldestRelease = 16;

/**
 * Kinds that other programs write with `apiVersion: v1`: kubeconfig files, the scheduler's and ABAC's policies of old, lists
 * of anything, and what OpenShift had there before it got groups of its own.
 */
const foreignCoreKinds =
  /^(?:List|Config|Policy|Status|Template|DeploymentConfig|BuildConfig|ImageStream|Route|Project|User)$/;

export const unknownKindVersion: Rule = {
  id: 'unknown-kind-version',
  title: 'Ask for kinds that the API group has',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `The API server refuses a kind that its API group does not have in that version, and everything applied after it in the same
run may be missing: a NetworkPolicy that never arrived protects nobody. The usual causes are a mistyped kind, a kind in a
group of long ago, and a version that the cluster is too old for.`,
  remedy: `Write the group and version that have the kind. \`kubectl api-resources\` lists what a cluster serves; \`kubernetesVersion\` in
the configuration tells which release is asked for.`,
  links: [
    { title: 'API groups and versions', url: 'https://kubernetes.io/docs/reference/using-api/#api-groups' },
    { title: 'Kubernetes API reference', url: 'https://kubernetes.io/docs/reference/kubernetes-api/' },
  ],
  bad: `apiVersion: apps/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: internal
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`,
  good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: internal
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`,
  looksAt: 'object',
  reads: readsApi((group, version, kind) => {
    const api = servedApi(group, version, kind);
    return api ? api.added > oldestRelease : isBuiltInGroup(group);
  }),
  *check(object, { kubernetesVersion }) {
    const { root, group, version, kind } = object;
    if (group === undefined || version === undefined || kind === undefined || !isBuiltInGroup(group)) return;
    const api = apiOf(object);
    if (api && api.added <= kubernetesVersion) return;
    const nearest = nearestApi(group, version, kind, kubernetesVersion);
    const isMistyped = nearest !== undefined && kind.replace(/List$/, '') !== nearest.kind;
    if (group === '' && (!nearest || !isMeantForKubernetes(object, isMistyped))) return;
    if (isPodSecurityPolicyGone(object, kubernetesVersion) || isVersionChosenByTemplate(object)) return;
    const written = apiVersionOf({ group, version });
    yield {
      at: member(root, isMistyped ? 'kind' : 'apiVersion'),
      message: api
        ? `${kind} is in ${written} from Kubernetes ${versionName(api.added)} on; ${versionName(kubernetesVersion)} does not serve it`
        : `Kubernetes serves no ${kind} in ${written}${nearest ? hint(nearest, isMistyped) : ''}`,
      fixes: nearest && kind !== `${nearest.kind}List` ? [correction(object, nearest)] : [],
    };
  },
};

/** Anything may be written with `apiVersion: v1`: only an object with the name of a kind, or nearly so, is Kubernetes'. */
function isMeantForKubernetes({ root, version, kind }: KubernetesObject, isMistyped: boolean): boolean {
  if (kind === undefined || foreignCoreKinds.test(kind) || member(root, 'metadata').state === 'absent') return false;
  return version === 'v1' || !isMistyped;
}

function hint(nearest: ServedApi, isMistyped: boolean): string {
  const apiVersion = apiVersionOf(nearest);
  return isMistyped ? `; perhaps ${nearest.kind} in ${apiVersion} is meant` : `; it is in ${apiVersion}`;
}

function correction({ root, kind }: KubernetesObject, nearest: ServedApi): Fix {
  const apiVersion = member(root, 'apiVersion');
  const changesVersion = stringOf(apiVersion) !== apiVersionOf(nearest);
  const changesKind = kind !== nearest.kind;
  return {
    title: `Write ${[...(changesKind ? [nearest.kind] : []), ...(changesVersion ? [apiVersionOf(nearest)] : [])].join(' in ')}`,
    class: 'ask',
    edits: [
      ...(changesVersion ? [set(pathOf(apiVersion), apiVersionOf(nearest))] : []),
      ...(changesKind ? [set(pathOf(member(root, 'kind')), nearest.kind)] : []),
    ],
  };
}
