import { resolve } from 'node:path';
import { isTemplatePath } from '../../rendering/charts/chart/chartPaths';
import { chartPlaces } from '../../workspace/charts/chartPlace';
import { diskFiles } from '../../workspace/disk/diskFiles';
import { isPathWithin, shownPath } from '../../workspace/disk/paths';
import type { FoundFile } from '../../workspace/disk/walk';
import { isManifestName } from '../../workspace/manifestName';
import { joined, shownUri, uriOfPath } from '../../workspace/uris';
import type { PlannedFile } from '../plannedFile';

/** Tells the folder of the chart that a file is rendered with, if any is. All are absolute. */
export function chartsOfFiles(): (path: string) => Promise<string | undefined> {
  const places = chartPlaces(diskFiles);
  return async (path) => {
    const place = await places.placeOf(uriOfPath(path));
    return place && resolve(shownUri(place.folder));
  };
}

/** Adds to the files of charts the templates that no manifest is named like: findings may lie in them too. */
export async function withNamedTemplates(
  files: readonly PlannedFile[],
  given: readonly string[],
  currentFolder: string,
): Promise<PlannedFile[]> {
  const charts = new Map<string, PlannedFile>();
  for (const file of files) if (file.isShown && file.chart !== undefined) charts.set(file.chart, file);
  if (charts.size === 0) return [...files];
  const { chartListing } = await import('../../workspace/charts/chartListing');
  const added: PlannedFile[] = [];
  for (const [chart, { root, neighbourhood }] of charts) {
    const folder = uriOfPath(chart);
    const { own } = await chartListing(folder, diskFiles);
    for (const name of own.filter(isNamedTemplate)) {
      const uri = joined(folder, name);
      const path = resolve(shownUri(uri));
      if (!given.some((one) => isPathWithin(path, one))) continue;
      const found: FoundFile = { path, name: shownPath(path, currentFolder), isNamed: false, size: 0, root };
      added.push({ ...found, uri, isShown: true, neighbourhood, isSeen: false, chart });
    }
  }
  return [...files, ...added].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isNamedTemplate(path: string): boolean {
  return isTemplatePath(path) && !isManifestName(path);
}
