import { isKustomization, type Kustomization, readKustomization } from '../objects/kustomization';
import { type Layout, layoutOf } from '../objects/layout';
import { folderOf } from '../paths';
import type { ScannedFiles } from './scannedFiles';

/** The layout of a workspace folder, with its kustomizations by their folders. */
export interface FolderLayout extends Layout {
  readonly kustomizations: ReadonlyMap<string, Kustomization>;
}

/** Reads what lays a folder's files out: its charts and kustomizations. */
export function folderLayout(paths: Iterable<string>, files: ScannedFiles): FolderLayout {
  const charts: string[] = [];
  const kustomizations = new Map<string, Kustomization>();
  for (const path of paths) {
    if (isChart(path)) charts.push(folderOf(path));
    if (!isKustomization(path)) continue;
    const read = files.read(path);
    if (read.state === 'text') kustomizations.set(folderOf(path), readKustomization(read.text));
  }
  return { ...layoutOf(charts, kustomizations), kustomizations };
}

/** True for a file that says how others are laid out. */
export function laysOut(path: string): boolean {
  return isChart(path) || isKustomization(path);
}

function isChart(path: string): boolean {
  return path.endsWith('/Chart.yaml');
}
