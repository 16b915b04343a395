import { descend, type Field, items, mayHaveMore, member, stringOf } from '../../yaml/field/field';
import { groupOf, type KubernetesObject } from '../objects/objects';
import { type Stated, statedNumber, statedString } from '../objects/stated';

/** A resource that an autoscaler measures in percent of what is requested. */
export interface UtilizationMetric {
  /** `cpu`, `memory`. */
  readonly resource: string;
  /** The container that is measured; undefined for the whole pod. */
  readonly container: Stated<string>;
}

/** What other objects' rules ask of a HorizontalPodAutoscaler, or of KEDA's ScaledObject that makes one. */
export interface AutoscalerFacts {
  /** Null where a template writes it. */
  readonly targetGroup: Stated<string>;
  readonly targetKind: Stated<string>;
  readonly targetName: Stated<string>;
  /** Absent it is 1. */
  readonly minReplicas: Stated<number>;
  readonly utilizationMetrics: readonly UtilizationMetric[];
}

/** The facts of a HorizontalPodAutoscaler of any version. */
export function autoscalerFacts({ root, version }: KubernetesObject): AutoscalerFacts {
  const spec = member(root, 'spec');
  const target = member(spec, 'scaleTargetRef');
  const apiVersion = statedString(member(target, 'apiVersion'));
  return {
    targetGroup: typeof apiVersion === 'string' ? groupOf(apiVersion) : apiVersion,
    targetKind: statedString(member(target, 'kind')),
    targetName: statedString(member(target, 'name')),
    minReplicas: statedNumber(member(spec, 'minReplicas')),
    utilizationMetrics: version === 'v1' ? firstVersionMetrics(spec) : utilizationMetrics(spec),
  };
}

/** The facts of KEDA's ScaledObject (https://keda.sh/docs/latest/reference/scaledobject-spec/). */
export function scaledObjectFacts({ root }: KubernetesObject): AutoscalerFacts {
  const spec = member(root, 'spec');
  const target = member(spec, 'scaleTargetRef');
  const apiVersion = statedString(member(target, 'apiVersion'));
  const kind = statedString(member(target, 'kind'));
  const least = statedNumber(member(spec, 'minReplicaCount'));
  return {
    targetGroup: apiVersion === undefined ? 'apps' : apiVersion && groupOf(apiVersion),
    targetKind: kind === undefined ? 'Deployment' : kind,
    targetName: statedString(member(target, 'name')),
    minReplicas: least === undefined ? 0 : least,
    utilizationMetrics: items(member(spec, 'triggers')).flatMap((trigger): UtilizationMetric[] => {
      const resource = stringOf(member(trigger, 'type'));
      const isMeasured = resource === 'cpu' || resource === 'memory';
      if (!isMeasured || stringOf(member(trigger, 'metricType')) !== 'Utilization') return [];
      return [{ resource, container: statedString(descend(trigger, 'metadata', 'containerName')) }];
    }),
  };
}

/** autoscaling/v1 measures the CPU alone, and does so also where nothing is written. */
function firstVersionMetrics(spec: Field): UtilizationMetric[] {
  const isUnknown = member(spec, 'targetCPUUtilizationPercentage').state === 'unknown';
  return isUnknown ? [] : [{ resource: 'cpu', container: undefined }];
}

/**
 * autoscaling/v2 and its betas; v2beta1 writes the percentage beside the resource's name. Without any metric the API
 * server writes 80 % of the CPU (kubernetes/pkg/apis/autoscaling/v2/defaults.go).
 */
function utilizationMetrics(spec: Field): UtilizationMetric[] {
  const metrics = member(spec, 'metrics');
  if (items(metrics).length === 0 && !mayHaveMore(metrics)) return [{ resource: 'cpu', container: undefined }];
  return items(metrics).flatMap((metric): UtilizationMetric[] => {
    const type = stringOf(member(metric, 'type'));
    const source = member(metric, type === 'ContainerResource' ? 'containerResource' : 'resource');
    const resource = stringOf(member(source, 'name'));
    const isUtilization =
      stringOf(descend(source, 'target', 'type')) === 'Utilization' ||
      member(source, 'targetAverageUtilization').state === 'known';
    if (!isUtilization || resource === undefined) return [];
    if (type === 'ContainerResource') return [{ resource, container: statedString(member(source, 'container')) }];
    return type === 'Resource' ? [{ resource, container: undefined }] : [];
  });
}
