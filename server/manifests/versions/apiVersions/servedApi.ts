import { nearestWord } from '../../../nearestWord';
import type { MinorVersion } from '../kubernetesVersion';
import { clusterApis } from './clusterApis';
import { workloadApis } from './workloadApis';

/** A kind in one version of its API group, with the releases between which the API server has served it. */
export interface ServedApi {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly added: MinorVersion;
  /** Undefined as long as nobody has announced it. */
  readonly deprecated: MinorVersion | undefined;
  /** The first release without it. */
  readonly removed: MinorVersion | undefined;
}

const apis = { ...workloadApis, ...clusterApis };

/** Kinds that went to another group, whole (Deprecated API Migration Guide, 1.16 and 1.22). */
const movedTo: Readonly<Record<string, string>> = {
  'extensions/DaemonSet': 'apps',
  'extensions/Deployment': 'apps',
  'extensions/ReplicaSet': 'apps',
  'extensions/Ingress': 'networking.k8s.io',
  'extensions/NetworkPolicy': 'networking.k8s.io',
  'extensions/PodSecurityPolicy': 'policy',
};

/** True for a group that the API server serves by itself, or did. */
export function isBuiltInGroup(group: string): boolean {
  return Object.hasOwn(apis, group);
}

/** The groups of which a release serves anything, the core group first. */
export function servedGroups(release: MinorVersion): string[] {
  return Object.keys(apis).filter((group) => servedKinds(group, release).length > 0);
}

/** The kinds of a built-in group that a release serves in any version. */
export function servedKinds(group: string, release: MinorVersion): string[] {
  const kinds = Object.hasOwn(apis, group) ? Object.keys(apis[group] ?? {}) : [];
  return kinds.filter((kind) => apisOf(group, kind).some((api) => isServedAt(api, release)));
}

/** The versions of APIs that a release serves by itself: `apps/v1`, `v1` for the core group. */
export function servedVersions(release: MinorVersion): string[] {
  const served = new Set<string>();
  for (const [group, kinds] of Object.entries(apis)) {
    for (const kind of Object.keys(kinds)) {
      for (const api of apisOf(group, kind)) {
        if (isServedAt(api, release) && !isOffByDefaultAt(api, release)) served.add(apiVersionOf(api));
      }
    }
  }
  return [...served].sort();
}

/** A kind, or its List, in one version of a built-in group; undefined if the API server never served it. */
export function servedApi(group: string, version: string, kind: string): ServedApi | undefined {
  return apisOf(group, itemKind(kind)).find((api) => api.version === version);
}

/** Whether the API server of a release serves an API. */
export function isServedAt(api: ServedApi, release: MinorVersion): boolean {
  return api.added <= release && !isRemovedAt(api, release);
}

/** Whether a release no longer serves an API. */
export function isRemovedAt(api: ServedApi, release: MinorVersion): boolean {
  return api.removed !== undefined && api.removed <= release;
}

/**
 * Whether a release serves an API only where its API server is told to. Alpha versions never were on by themselves; beta
 * versions aren't either from 1.24 on (KEP-3136), but for those that were there before, and new ones of what was:
 * `legacyBetaEnabledByDefaultResources` in kubernetes/kubernetes, `pkg/controlplane/instance.go` of 1.24 to 1.31.
 */
export function isOffByDefaultAt(api: ServedApi, release: MinorVersion): boolean {
  if (!isServedAt(api, release)) return false;
  if (api.version.includes('alpha')) return true;
  return api.version.includes('beta') && api.added >= 24 && api.group !== 'flowcontrol.apiserver.k8s.io';
}

/** Whether an API is deprecated at a release. */
export function isDeprecatedAt(api: ServedApi, release: MinorVersion): boolean {
  return api.deprecated !== undefined && api.deprecated <= release;
}

/** What the API server of a release offers in place of an API: the same kind, in its most stable version. */
export function replacement(api: ServedApi, release: MinorVersion): ServedApi | undefined {
  const groups = [api.group, movedTo[`${api.group}/${api.kind}`] ?? api.group];
  return groups
    .flatMap((group) => apisOf(group, api.kind))
    .filter((other) => other.group !== api.group || other.version !== api.version)
    .filter((other) => isServedAt(other, release) && !isDeprecatedAt(other, release))
    .sort(byStability)[0];
}

/** What was probably meant by a kind that a group does not have in a version: the best guess that a release serves. */
export function nearestApi(group: string, version: string, kind: string, release: MinorVersion): ServedApi | undefined {
  const wanted = itemKind(kind);
  const best = (candidates: readonly ServedApi[]) => {
    const served = candidates.filter((api) => isServedAt(api, release)).sort(byStability);
    return served.find((api) => !isDeprecatedAt(api, release)) ?? served[0];
  };
  const sameKind = best(apisOf(group, wanted)) ?? best(Object.keys(apis).flatMap((other) => apisOf(other, wanted)));
  if (sameKind) return sameKind;
  const near = (kinds: readonly string[]) => nearestWord(wanted, kinds);
  const here = near(Object.keys(apis[group] ?? {}));
  if (here !== undefined) {
    const found = apisOf(group, here);
    return found.find((api) => api.version === version && isServedAt(api, release)) ?? best(found);
  }
  return undefined;
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf({ group, version }: { readonly group: string; readonly version: string }): string {
  return group === '' ? version : `${group}/${version}`;
}

function apisOf(group: string, kind: string): ServedApi[] {
  const kinds = Object.hasOwn(apis, group) ? apis[group] : undefined;
  const versions = kinds && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return Object.entries(versions ?? {}).map(([version, [added, deprecated, removed]]) => ({
    group,
    version,
    kind,
    added,
    deprecated,
    removed,
  }));
}

/** `Pod` of `PodList`. No built-in kind but Lists ends so. */
function itemKind(kind: string): string {
  return kind.replace(/(?<=.)List$/, '');
}

/** `v2` before `v1` before `v1beta2` before `v1beta1` before alpha versions, as the API server prefers them. */
function byStability(a: ServedApi, b: ServedApi): number {
  const [ofA, ofB] = [stability(a.version), stability(b.version)];
  const index = ofA.findIndex((rank, position) => rank !== ofB[position]);
  return index < 0 ? 0 : (ofB[index] ?? 0) - (ofA[index] ?? 0);
}

function stability(version: string): readonly number[] {
  const [, major, phase, minor] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  return [phase === undefined ? 2 : phase === 'beta' ? 1 : 0, Number(major ?? 0), Number(minor ?? 0)];
}
