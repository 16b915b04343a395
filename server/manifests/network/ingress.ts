import { descend, type Field, items, member, members, numberOf, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { type Stated, statedNumber, statedString } from '../objects/stated';

/** Where an Ingress sends requests: the Service and port that a backend names. */
export interface IngressBackend {
  /** The name of the Service. */
  readonly service: Field;
  readonly port: { readonly name: Stated<string>; readonly number: Stated<number>; readonly field: Field };
}

/** The kinds that hold an Ingress, by `group/Kind`. */
export const ingressKinds = ['networking.k8s.io/Ingress', 'extensions/Ingress'] as const;

/** The backends of an Ingress that are Services, as `networking.k8s.io/v1` and the versions before it write them. */
export function ingressBackends({ root }: KubernetesObject): IngressBackend[] {
  const spec = member(root, 'spec');
  const paths = items(member(spec, 'rules')).flatMap((rule) => items(descend(rule, 'http', 'paths')));
  return [member(spec, 'defaultBackend'), member(spec, 'backend'), ...paths.map((path) => member(path, 'backend'))]
    .map((backend) => serviceBackend(backend) ?? formerBackend(backend))
    .filter((backend) => backend !== undefined);
}

function serviceBackend(backend: Field): IngressBackend | undefined {
  const service = descend(backend, 'service', 'name');
  if (service.state !== 'known') return undefined;
  const port = descend(backend, 'service', 'port');
  const [number, name] = [member(port, 'number'), member(port, 'name')];
  const field = number.state === 'absent' ? name : number;
  return { service, port: { name: statedString(name), number: statedNumber(number), field } };
}

function formerBackend(backend: Field): IngressBackend | undefined {
  const service = member(backend, 'serviceName');
  if (service.state !== 'known') return undefined;
  const field = member(backend, 'servicePort');
  const [name, number] = [stringOf(field), numberOf(field)];
  const unknown = field.state === 'unknown' ? null : undefined;
  return { service, port: { name: name ?? unknown, number: number ?? unknown, field } };
}

/** The class of an Ingress, by its field or by the annotation that came before it; absent or unknown if neither tells. */
export function ingressClass({ root }: KubernetesObject): Field {
  const field = descend(root, 'spec', 'ingressClassName');
  return field.state === 'absent' ? descend(root, 'metadata', 'annotations', 'kubernetes.io/ingress.class') : field;
}

/** The annotations of an object whose names are known. */
export function annotations({ root }: KubernetesObject): { readonly name: string; readonly value: Field }[] {
  return members(descend(root, 'metadata', 'annotations'));
}
