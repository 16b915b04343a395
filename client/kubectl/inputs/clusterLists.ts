import path from 'node:path';
import { ProgressLocation, window } from 'vscode';
import type { Listing } from '../../cluster/items';
import type { Listed } from '../../cluster/listing';
import type { Values } from '../commandLine/placeholders';
import { loadedCluster } from '../loadedCluster';

/** The cluster that is asked. */
export interface AskedCluster {
  readonly kubeconfigFiles: readonly string[];
  readonly context: string;
}

/** How long a cluster may take to list something before typing is all there is. */
const clusterPatience = 10_000;

/** Asks a cluster for what there is, among what was picked so far. */
export async function clusterList(
  { kubeconfigFiles, context }: AskedCluster,
  lists: Listed,
  { namespace, pod, workload }: Values,
  signal: AbortSignal,
): Promise<Listing> {
  const { list } = await loadedCluster();
  const connection = { kubeconfigFiles: kubeconfigFiles.map((file) => path.resolve(file)), context };
  return list(connection, { lists, namespace, pod, workload }, { signal, milliseconds: clusterPatience });
}

/** The ServiceAccount of the pod that was picked, so that nobody has to look it up. */
export async function accountOfPod(cluster: AskedCluster, { namespace, pod }: Values): Promise<string | undefined> {
  if (namespace === undefined || pod === undefined) return undefined;
  const options = {
    location: ProgressLocation.Notification,
    title: `Asking for the ServiceAccount of pod ${pod}`,
    cancellable: true,
  };
  return window.withProgress(options, async (_progress, token) => {
    const { serviceAccountOfPod } = await loadedCluster();
    const ending = new AbortController();
    token.onCancellationRequested(() => ending.abort());
    return serviceAccountOfPod(cluster, namespace, pod, { signal: ending.signal, milliseconds: clusterPatience });
  });
}
