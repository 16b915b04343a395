import { sniff } from '../../documents/manifest/read/glance';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { groupOf } from '../../manifests/objects/objects';

/** Groups of custom resources whose controllers make no pods out of them. */
const podless: readonly string[] = [
  'argoproj.io',
  'autoscaling.k8s.elastic.co',
  'bitnami.com',
  'cert-manager.io',
  'cilium.io',
  'cloud.google.com',
  'crd.projectcalico.org',
  'external-secrets.io',
  'getambassador.io',
  'keda.sh',
  'kustomize.toolkit.fluxcd.io',
  'kyverno.io',
  'linkerd.io',
  'notification.toolkit.fluxcd.io',
  'projectcalico.org',
  'secrets.hashicorp.com',
  'source.toolkit.fluxcd.io',
  'traefik.containo.us',
  'traefik.io',
];

/** Of groups that have others, the kinds out of which no pods are made. */
const podlessKinds = /(?:Monitor|Rules?|Policy|Route|Config|Binding|Class|Template|Certificate|Probe|Member)$/;

/**
 * True for a custom resource out of which an operator may make pods, with labels that no manifest shows. Groups
 * without a dot and those of Kubernetes itself are no custom resources.
 */
export function mayMakePods(group: string | null, kind: string | null): boolean {
  if (group === null || kind === null || !group.includes('.') || /(?:^|\.)(?:k8s|kubernetes|istio)\.io$/.test(group)) {
    return false;
  }
  return !podless.includes(group) && !group.startsWith('kustomize.') && !podlessKinds.test(kind);
}

/** The facts of an object that is known at first glance alone, if an operator may make pods out of it. */
export function operatedFacts(text: string): ObjectFacts | undefined {
  const sniffed = sniff(text);
  if (!sniffed.certain) return undefined;
  const [apiVersion, kind] = [sniffed.apiVersions[0], sniffed.kinds[0]];
  if (apiVersion === undefined || kind === undefined || !mayMakePods(groupOf(apiVersion), kind)) return undefined;
  const namespace = /^ +namespace:[ \t]*["']?([\w.-]+)["']?[ \t]*$/m.exec(text);
  return withUnknownPods({
    group: groupOf(apiVersion),
    version: apiVersion.slice(apiVersion.lastIndexOf('/') + 1),
    kind,
    name: null,
    namespace: namespace?.[1],
    labels: { values: {}, mayHaveMore: true },
    range: { start: 0, end: 0 },
    replicas: null,
  });
}

/** An object with pods of which nothing is known. */
export function withUnknownPods(facts: ObjectFacts): ObjectFacts {
  return { ...facts, pod: { labels: { values: {}, mayHaveMore: true }, serviceAccountName: null } };
}
