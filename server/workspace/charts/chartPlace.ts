import type { ReadableFiles } from '../files';
import { isRepository } from '../governingConfiguration';
import { folderOf, joined, nameOf, relativeTo } from '../uris';

/** Where a file lies in a chart. */
export interface ChartPlace {
  /** The folder of the chart that is rendered: of charts in each other the topmost. */
  readonly folder: string;
  /** The folder of the chart that the file itself belongs to: the same, or one in a `charts/` below it. */
  readonly own: string;
  /** The file, from `folder` with `/`. */
  readonly path: string;
}

/** Tells which charts files belong to, and remembers it. */
export interface ChartPlaces {
  /** The place of a file; undefined for one that lies in no chart of its repository. */
  readonly placeOf: (uri: string) => Promise<ChartPlace | undefined>;
  /** Charts have come or gone. */
  readonly forget: () => void;
}

/** The file that makes a folder a chart. */
export const chartFile = 'Chart.yaml';

/** The charts that lie above some files. */
export function chartPlaces(files: ReadableFiles): ChartPlaces {
  const nearest = new Map<string, Promise<string | undefined>>();

  const isChart = async (folder: string) => (await files.text(joined(folder, chartFile))).state !== 'gone';

  const find = async (folder: string): Promise<string | undefined> => {
    if (await isChart(folder)) return folder;
    const parent = folderOf(folder);
    return parent === folder || (await isRepository(folder, files)) ? undefined : nearestAbove(parent);
  };

  const nearestAbove = (folder: string): Promise<string | undefined> => {
    const found = nearest.get(folder) ?? find(folder);
    nearest.set(folder, found);
    return found;
  };

  /** The chart in whose `charts/` a chart lies. */
  const holderOf = async (chart: string): Promise<string | undefined> => {
    const folder = folderOf(chart);
    if (nameOf(folder) !== 'charts') return undefined;
    const holder = folderOf(folder);
    return (await nearestAbove(holder)) === holder ? holder : undefined;
  };

  return {
    async placeOf(uri) {
      const own = await nearestAbove(folderOf(uri));
      if (own === undefined) return undefined;
      let folder = own;
      for (let above = await holderOf(own); above !== undefined; above = await holderOf(above)) folder = above;
      return { folder, own, path: relativeTo(folder, uri) };
    },
    forget: () => nearest.clear(),
  };
}
