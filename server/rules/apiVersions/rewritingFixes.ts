import { groupOf, type KubernetesObject } from '../../manifests/objects/objects';
import { apiVersionOf, replacement, type ServedApi, servedApi } from '../../manifests/versions/apiVersions/servedApi';
import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';
import { member, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Fix } from '../rule';
import { rewritings } from './rewriting/rewritings';

/** What took the place of kinds that no version has any more, or that are served but not meant to be used. */
const successors: Readonly<Record<string, string>> = {
  '/Endpoints': '; use EndpointSlice in discovery.k8s.io/v1',
  '/ComponentStatus': '; ask the health endpoints of the components',
  'policy/PodSecurityPolicy': '; use Pod Security admission',
  'resource.k8s.io/ResourceClass': '; use DeviceClass in resource.k8s.io/v1',
  'resource.k8s.io/ResourceClaimParameters': '; write them into the ResourceClaim',
  'resource.k8s.io/ResourceClassParameters': '; write them into the DeviceClass',
};

/** A choice of kinds, told at first glance, by a question about group, version and kind. */
export function readsApi(
  asksFor: (group: string, version: string, kind: string) => boolean,
): (apiVersion: string, kind: string) => boolean {
  return (apiVersion, kind) => asksFor(groupOf(apiVersion), apiVersion.slice(apiVersion.lastIndexOf('/') + 1), kind);
}

/** The built-in API that an object is written for. */
export function apiOf({ group, version, kind }: KubernetesObject): ServedApi | undefined {
  if (group === undefined || version === undefined || kind === undefined) return undefined;
  return servedApi(group, version, kind);
}

/** What to write in place of an API, as the end of a message; empty where nothing is. */
export function adviceFor(api: ServedApi, release: MinorVersion): string {
  const better = replacement(api, release);
  return better ? `; use ${apiVersionOf(better)}` : (successors[`${api.group}/${api.kind}`] ?? '');
}

/** The fix that writes an object for the API that replaces its own, where an edit can do that. */
export function rewritingFixes(object: KubernetesObject, api: ServedApi, release: MinorVersion): Fix[] {
  const better = replacement(api, release);
  // A List holds objects that are reported one by one, and needs no version of theirs.
  if (!better || object.kind !== api.kind) return [];
  const rewriting = rewritings(object, api, better);
  if (!rewriting) return [];
  const { fixClass, edits, changes } = rewriting;
  const apiVersion = apiVersionOf(better);
  return [
    {
      title: `Rewrite to ${apiVersion}${changes === undefined ? '' : ` (${changes})`}`,
      class: fixClass,
      edits: [set(pathOf(member(object.root, 'apiVersion')), apiVersion), ...edits],
    },
  ];
}
