import { descend, type Field, items, member, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { handlerRequests } from '../pods/handlers';
import type { Container, PodSpec } from '../pods/podSpec';

/** A place that names another object. */
export interface ObjectReference {
  /** Where the name stands. */
  readonly at: Field;
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Where the object is; undefined for the same namespace, and for objects outside of all. */
  readonly namespace: string | undefined;
}

/** Every object that an object refers to by name (Kubernetes API reference 1.37). */
export function objectReferences(object: KubernetesObject, pods: readonly PodSpec[]): ObjectReference[] {
  return [...pods.flatMap(podReferences), ...ownReferences(object)];
}

function ownReferences({ group, kind, root }: KubernetesObject): ObjectReference[] {
  const spec = member(root, 'spec');
  switch (`${group ?? ''}/${kind ?? ''}`) {
    case 'rbac.authorization.k8s.io/RoleBinding':
    case 'rbac.authorization.k8s.io/ClusterRoleBinding':
      return [...typedReference(member(root, 'roleRef')), ...items(member(root, 'subjects')).flatMap(boundSubject)];
    case 'autoscaling/HorizontalPodAutoscaler':
      return typedReference(member(spec, 'scaleTargetRef'));
    case 'apps/StatefulSet':
      return named(member(spec, 'serviceName'), '', 'Service');
    case 'networking.k8s.io/Ingress':
      return [
        ...named(member(spec, 'ingressClassName'), 'networking.k8s.io', 'IngressClass'),
        ...items(member(spec, 'tls')).flatMap((tls) => named(member(tls, 'secretName'), '', 'Secret')),
        ...ingressBackends(spec).flatMap((backend) => named(descend(backend, 'service', 'name'), '', 'Service')),
      ];
    case '/ServiceAccount':
      return [...items(member(root, 'imagePullSecrets')), ...items(member(root, 'secrets'))].flatMap((secret) =>
        named(member(secret, 'name'), '', 'Secret'),
      );
    case '/PersistentVolumeClaim':
      return [
        ...named(member(spec, 'storageClassName'), 'storage.k8s.io', 'StorageClass'),
        ...named(member(spec, 'volumeName'), '', 'PersistentVolume'),
      ];
    case 'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding':
      return named(member(spec, 'policyName'), 'admissionregistration.k8s.io', 'ValidatingAdmissionPolicy');
    default:
      return [];
  }
}

function podReferences({ spec, containers }: PodSpec): ObjectReference[] {
  const account = member(spec, 'serviceAccountName');
  return [
    ...named(account.state === 'absent' ? member(spec, 'serviceAccount') : account, '', 'ServiceAccount'),
    ...named(member(spec, 'runtimeClassName'), 'node.k8s.io', 'RuntimeClass'),
    ...named(member(spec, 'priorityClassName'), 'scheduling.k8s.io', 'PriorityClass'),
    ...items(member(spec, 'imagePullSecrets')).flatMap((secret) => named(member(secret, 'name'), '', 'Secret')),
    ...items(member(spec, 'volumes')).flatMap(volumeReferences),
    ...containers.flatMap(environmentReferences),
  ];
}

function volumeReferences(volume: Field): ObjectReference[] {
  return [
    ...named(descend(volume, 'configMap', 'name'), '', 'ConfigMap'),
    ...named(descend(volume, 'secret', 'secretName'), '', 'Secret'),
    ...named(descend(volume, 'persistentVolumeClaim', 'claimName'), '', 'PersistentVolumeClaim'),
    ...items(descend(volume, 'projected', 'sources')).flatMap((source) => [
      ...named(descend(source, 'configMap', 'name'), '', 'ConfigMap'),
      ...named(descend(source, 'secret', 'name'), '', 'Secret'),
    ]),
  ];
}

function environmentReferences({ field }: Container): ObjectReference[] {
  return [
    ...items(member(field, 'env')).flatMap((variable) => [
      ...named(descend(variable, 'valueFrom', 'configMapKeyRef', 'name'), '', 'ConfigMap'),
      ...named(descend(variable, 'valueFrom', 'secretKeyRef', 'name'), '', 'Secret'),
    ]),
    ...items(member(field, 'envFrom')).flatMap((source) => [
      ...named(descend(source, 'configMapRef', 'name'), '', 'ConfigMap'),
      ...named(descend(source, 'secretRef', 'name'), '', 'Secret'),
    ]),
  ];
}

/** The mappings of an Ingress that name a Service or another resource. */
function ingressBackends(spec: Field): Field[] {
  const paths = items(member(spec, 'rules')).flatMap((rule) => items(descend(rule, 'http', 'paths')));
  return [member(spec, 'defaultBackend'), ...paths.map((path) => member(path, 'backend'))];
}

function boundSubject(subject: Field): ObjectReference[] {
  // Users and groups are no objects.
  if (stringOf(member(subject, 'kind')) !== 'ServiceAccount') return [];
  return named(member(subject, 'name'), '', 'ServiceAccount', stringOf(member(subject, 'namespace')));
}

/** A reference that says itself what kind it is to: by `apiGroup` or `apiVersion`. */
function typedReference(reference: Field): ObjectReference[] {
  const kind = stringOf(member(reference, 'kind'));
  const version = stringOf(member(reference, 'apiVersion'));
  const group = stringOf(member(reference, 'apiGroup')) ?? version?.slice(0, Math.max(0, version.lastIndexOf('/')));
  return kind === undefined || group === undefined ? [] : named(member(reference, 'name'), group, kind);
}

function named(at: Field, group: string, kind: string, namespace?: string): ObjectReference[] {
  const name = stringOf(at);
  // No object has such a name: pipelines put a parameter there.
  const isKnown = name !== undefined && name !== '' && !name.includes('$(');
  return isKnown ? [{ at, group, kind, name, namespace }] : [];
}

/** A name that parts of one pod share: where it is given, and where it is used. */
export interface LocalName {
  readonly sort: 'volume' | 'port';
  readonly name: string;
  readonly at: Field;
  readonly isDefinition: boolean;
}

/** The names of a pod's volumes and ports, where they are given and where they are used. */
export function localNames({ spec, containers }: PodSpec): LocalName[] {
  const local = (sort: LocalName['sort'], at: Field, isDefinition: boolean): LocalName[] => {
    const name = stringOf(at);
    return name === undefined || name === '' ? [] : [{ sort, name, at, isDefinition }];
  };
  return [
    ...items(member(spec, 'volumes')).flatMap((volume) => local('volume', member(volume, 'name'), true)),
    ...containers.flatMap((container) => [
      ...items(member(container.field, 'volumeMounts')).flatMap((mount) =>
        local('volume', member(mount, 'name'), false),
      ),
      ...items(member(container.field, 'ports')).flatMap((port) => local('port', member(port, 'name'), true)),
      ...handlerRequests(container).flatMap(({ request }) => local('port', member(request, 'port'), false)),
    ]),
  ];
}
