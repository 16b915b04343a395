import type { ServiceDescription, ServiceFile } from '../protocol/snippets';
import { filledInYaml } from './snippets/filledInYaml';
import type { Snippet } from './snippets/snippet';

/** A file of a new service: the snippet it is made from, and what goes into the snippet's own tab stops. */
interface Part {
  readonly file: string;
  readonly prefix: string;
  readonly values?: Readonly<Record<number, string>>;
}

/** The files of a hardened service, its kustomization last. They are the snippets of `snippets/service`, filled in. */
export function serviceFiles(service: ServiceDescription, snippets: readonly Snippet[]): ServiceFile[] {
  const shared = new Map<number, string | number>([
    [1, service.name],
    [2, service.image],
    [3, service.port],
  ]);
  const files = partsOf(service).flatMap(({ file, prefix, values = {} }) => {
    const snippet = snippets.find(({ id }) => id === `service/${prefix}`);
    if (!snippet) return [];
    const own = Object.entries(values).map(([number, value]): [number, string] => [Number(number), value]);
    return [{ name: file, text: `${filledInYaml(snippet.body, new Map([...shared, ...own]))}\n` }];
  });
  return [...files, { name: 'kustomization.yaml', text: kustomization(files.map(({ name }) => name)) }];
}

function partsOf({ exposure, host = '' }: ServiceDescription): Part[] {
  const isPublic = exposure === 'load balancer';
  return [
    { file: 'deployment.yaml', prefix: 'service-deployment' },
    { file: 'service.yaml', prefix: 'service', values: { 4: isPublic ? 'LoadBalancer' : 'ClusterIP' } },
    { file: 'horizontal-pod-autoscaler.yaml', prefix: 'hpa' },
    { file: 'pod-disruption-budget.yaml', prefix: 'pdb' },
    { file: 'config-map.yaml', prefix: 'configmap' },
    { file: 'network-policy.yaml', prefix: isPublic ? 'service-netpol-public' : 'service-netpol' },
    ...(exposure === 'ingress' ? [{ file: 'ingress.yaml', prefix: 'ingress', values: { 4: host } }] : []),
    ...(exposure === 'gateway' ? [{ file: 'http-route.yaml', prefix: 'httproute', values: { 4: host } }] : []),
  ];
}

function kustomization(files: readonly string[]): string {
  const resources = files.map((file) => `  - ${file}\n`).join('');
  return `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${resources}`;
}
