import type { KubernetesObject } from '../../manifests/objects/objects';
import { type MinorVersion, versionName } from '../../manifests/versions/kubernetesVersion';
import { descend, member, members, pathOf, stringOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import type { Fault, Rule } from '../rule';
import { deprecatedFields, replacedNodeLabels } from './deprecatedFields';
import { builtInPodSpec, inTreeSources, kindsWithVolumes } from './volumeSources';

export const fieldDeprecated: Rule = {
  id: 'field-deprecated',
  title: 'Replace fields that are going away',
  severity: 'warning',
  profile: 'recommended',
  marks: 'deprecated',
  standards: [],
  why: `A field that goes away does nothing from that release on, while the API server still takes the object: an upgrade of the
cluster changes what a manifest means, and nobody is told.`,
  remedy: `Use what replaces it now, while both work and the change can be tested and taken back. Volume sources that are
redirected to a CSI driver work as long as that driver is installed.`,
  links: [
    {
      title: 'Kubernetes deprecation policy',
      url: 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
    },
    { title: 'Volumes: types', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#volume-types' },
  ],
  bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    kubernetes.io/ingress.class: traefik
spec:
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 8080
`,
  good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: traefik
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 8080
`,
  looksAt: 'object',
  kinds: [...new Set([...kindsWithVolumes, ...deprecatedFields.map(({ kind }) => kind)])],
  *check(object, { kubernetesVersion }) {
    yield* faultsOfFields(object, kubernetesVersion);
    yield* faultsOfVolumes(object, kubernetesVersion);
    yield* faultsOfNodeLabels(object, kubernetesVersion);
  },
};

function* faultsOfFields(object: KubernetesObject, version: MinorVersion): Iterable<Fault> {
  const own = `${object.group}/${object.kind}`;
  for (const { kind, path, deprecated, removed, instead } of deprecatedFields) {
    if (kind !== own || deprecated > version) continue;
    const field = descend(object.root, ...path);
    if (field.state !== 'known') continue;
    const name = `The ${path.includes('annotations') ? 'annotation' : 'field'} ${path.at(-1)}`;
    const isGone = removed !== undefined && removed <= version;
    const end = removed === undefined ? '' : ` and goes in ${versionName(removed)}`;
    yield {
      at: field,
      message: isGone
        ? `${name} does nothing since ${versionName(removed)}: use ${instead}`
        : `${name} is deprecated since ${versionName(deprecated)}${end}: use ${instead}`,
      ...(removed === undefined && { severity: 'information' }),
    };
  }
}

/** Sources that are mounted no more are errors of their own. */
function* faultsOfVolumes(object: KubernetesObject, version: MinorVersion): Iterable<Fault> {
  for (const { field, volume, instead } of inTreeSources(object)) {
    const isGone = volume.removed !== undefined && volume.removed <= version;
    if (isGone || volume.deprecated > version) continue;
    const end = volume.removed === undefined ? '' : ` and not mounted from ${versionName(volume.removed)} on`;
    yield {
      at: field,
      message: `Volumes of the type ${volume.name} are deprecated since ${versionName(volume.deprecated)}${end}: use ${instead}`,
      ...(volume.removed === undefined && { severity: 'information' }),
    };
  }
}

function* faultsOfNodeLabels(object: KubernetesObject, version: MinorVersion): Iterable<Fault> {
  const spec = builtInPodSpec(object);
  if (!spec) return;
  for (const { name, value } of members(member(spec, 'nodeSelector'))) {
    const label = replacedNodeLabels.get(name);
    const wanted = stringOf(value);
    if (!label || label.deprecated > version || wanted === undefined) continue;
    const { deprecated, instead } = label;
    const edits = [remove(pathOf(value)), set([...pathOf(value).slice(0, -1), instead], wanted)];
    yield {
      at: value,
      message: `The label ${name} of nodes is deprecated since ${versionName(deprecated)}: use ${instead}`,
      severity: 'information',
      fixes: [{ title: `Select nodes by ${instead}`, class: 'ask', edits }],
    };
  }
}
