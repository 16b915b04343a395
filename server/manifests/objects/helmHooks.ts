import { descend, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from './objects';

/**
 * True for what Helm applies only while somebody tests a release, and that ends by itself
 * (https://helm.sh/docs/topics/chart_tests/; `test-success` and `test-failure` are the names of Helm 2).
 */
export function isHelmTest({ root }: KubernetesObject): boolean {
  const events = stringOf(descend(root, 'metadata', 'annotations', 'helm.sh/hook'))?.split(',') ?? [];
  return events.some((event) => /^test(?:-success|-failure)?$/.test(event.trim()));
}
