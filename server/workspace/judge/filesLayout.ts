import type { Kustomization } from '../../documents/kustomization/read/kustomization';
import { type Layout, layoutOf } from '../objects/layout';
import { folderOf } from '../uris';
import { type FileFacts, isChart } from './fileFacts';

/** How charts and kustomizations among some files lay out the others. */
export function layoutOfFiles(files: Iterable<FileFacts>): Layout {
  const charts: string[] = [];
  const kustomizations = new Map<string, Kustomization>();
  for (const { uri, kustomization } of files) {
    if (isChart(uri)) charts.push(folderOf(uri));
    if (kustomization) kustomizations.set(folderOf(uri), kustomization);
  }
  return layoutOf(charts, kustomizations);
}

/** True for a change of a file that may lay others out otherwise. */
export function isLaidOutAnew(uri: string, before: FileFacts | undefined, now: FileFacts | undefined): boolean {
  if (isChart(uri)) return (before === undefined) !== (now === undefined);
  return (
    (before?.kustomization ?? now?.kustomization) !== undefined &&
    JSON.stringify(before?.kustomization) !== JSON.stringify(now?.kustomization)
  );
}
