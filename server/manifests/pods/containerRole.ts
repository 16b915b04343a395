import { member, stringOf } from '../../yaml/field/field';
import type { Truth } from '../truth';
import type { MinorVersion } from '../versions/kubernetesVersion';
import type { Container, PodSpec } from './podSpec';

/**
 * Whether a container runs for as long as its pod does: a normal one, or a sidecar, which is an init container that is
 * always restarted (on by default since 1.29, https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/).
 */
export function runsThroughout({ list, field }: Container, version: MinorVersion): Truth {
  if (list !== 'initContainers') return list === 'containers';
  const restartPolicy = member(field, 'restartPolicy');
  if (restartPolicy.state === 'unknown') return null;
  return version >= 29 && stringOf(restartPolicy) === 'Always';
}

/** Whether a pod is meant to end by itself: that of a Job, or one that isn't started again. */
export function runsToCompletion({ object, spec, absence }: PodSpec): Truth {
  const { group, kind } = object;
  if (kind === 'Job' || kind === 'CronJob') return group === undefined || group === 'batch' ? true : null;
  if (kind === undefined) return null;
  const restartPolicy = member(spec, 'restartPolicy');
  if (restartPolicy.state === 'unknown') return null;
  if (stringOf(restartPolicy) === 'Never' || stringOf(restartPolicy) === 'OnFailure') return true;
  return absence === 'known' ? false : null;
}
