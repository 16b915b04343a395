import type * as Cluster from '../cluster/listing';

/** What asks clusters: a bundle of its own, loaded when a helper first lists something. */
export function loadedCluster(): Promise<typeof Cluster> {
  return import('../cluster/listing');
}
