import { type Field, items, member } from '../../yaml/field/field';
import { isObjectOf, type KubernetesObject } from '../objects/objects';

/** Where objects of a kind keep what a Helm chart is filled in with. `*` stands for every item of a list. */
interface ValuesOfKind {
  readonly kind: string;
  /** Paths to values written out, or to a text that holds them as YAML. */
  readonly values: readonly string[];
  /** Paths to single values with a `name` and a `value`. */
  readonly parameters?: readonly string[];
}

const sources = ['spec.source', 'spec.sources.*'].map((source) => `${source}.helm`);
const values = sources.flatMap((helm) => [`${helm}.valuesObject`, `${helm}.values`]);
const parameters = sources.map((helm) => `${helm}.parameters.*`);

/**
 * Flux 2.7 (helm.toolkit.fluxcd.io/v2) and its ancestor, Argo CD 3.2, k3s' Helm controller, Crossplane's provider-helm
 * 1.0, Cluster API's add-on provider for Helm, and kustomize 5.7, as their API references say.
 */
const kinds: readonly ValuesOfKind[] = [
  { kind: 'helm.toolkit.fluxcd.io/HelmRelease', values: ['spec.values'] },
  { kind: 'helm.fluxcd.io/HelmRelease', values: ['spec.values'] },
  { kind: 'argoproj.io/Application', values, parameters },
  {
    kind: 'argoproj.io/ApplicationSet',
    values: values.map((path) => `spec.template.${path}`),
    parameters: parameters.map((path) => `spec.template.${path}`),
  },
  { kind: 'helm.cattle.io/HelmChart', values: ['spec.valuesContent', 'spec.set'] },
  { kind: 'helm.cattle.io/HelmChartConfig', values: ['spec.valuesContent'] },
  { kind: 'helm.crossplane.io/Release', values: ['spec.forProvider.values'], parameters: ['spec.forProvider.set.*'] },
  { kind: 'addons.cluster.x-k8s.io/HelmChartProxy', values: ['spec.valuesTemplate'] },
  { kind: 'kustomize.config.k8s.io/Kustomization', values: ['helmCharts.*.valuesInline'] },
];

/** The kinds whose objects fill in charts, as `group/Kind`. */
export const kindsWithHelmValues: readonly string[] = kinds.map(({ kind }) => kind);

/** What an object fills a chart in with. */
export interface HelmValues {
  /** Mappings of values, and texts that hold one. */
  readonly values: readonly Field[];
  /** Each with a `name` and a `value`. */
  readonly parameters: readonly Field[];
}

/** The values that an object hands to a chart; undefined for kinds that hand none. */
export function helmValuesOf(object: KubernetesObject): HelmValues | undefined {
  const found = kinds.find(({ kind }) => isObjectOf(object, kind));
  return (
    found && {
      values: found.values.flatMap((path) => fieldsAt(object.root, path)),
      parameters: (found.parameters ?? []).flatMap((path) => fieldsAt(object.root, path)),
    }
  );
}

function fieldsAt(root: Field, path: string): Field[] {
  let reached = [root];
  for (const step of path.split('.')) {
    reached = reached.flatMap((field) => (step === '*' ? items(field) : [member(field, step)]));
  }
  return reached.filter(({ state }) => state === 'known');
}
