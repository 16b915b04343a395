import { type Ignores, readIgnoreFile } from '../../rendering/charts/chart/ignore';
import { Fault } from '../../rendering/charts/go/fault';
import type { ReadableFiles, ReadableFolders } from '../files';
import { skippedFolders } from '../filesBelow';
import { joined } from '../uris';
import { mostChartFiles } from './limits';

/** The files in a chart's folder, from there with `/`. */
export interface ChartListing {
  /** What helm takes for parts of the chart. */
  readonly own: readonly string[];
  /** What `.helmignore` leaves out: values files for tests often. */
  readonly ignored: readonly string[];
  /** False if there are more files than helm's charts have. */
  readonly isComplete: boolean;
}

/** The file that says what is no part of a chart. */
const ignoreFile = '.helmignore';

/** Lists the files in a chart's folder. Links are not followed, and what no chart is about is not looked into. */
export async function chartListing(folder: string, files: ReadableFiles & ReadableFolders): Promise<ChartListing> {
  const ignores = await ignoresIn(folder, files);
  const own: string[] = [];
  const ignored: string[] = [];
  const folders = [{ path: '', isIgnored: false }];
  for (const { path: above, isIgnored: isAboveIgnored } of folders) {
    for (const { name, isFolder } of await files.entriesOf(joined(folder, above))) {
      const path = above === '' ? name : `${above}/${name}`;
      const isIgnored = isAboveIgnored || (path !== ignoreFile && ignores(path, isFolder));
      if (isFolder) {
        if (!skippedFolders.includes(name)) folders.push({ path, isIgnored });
      } else (isIgnored ? ignored : own).push(path);
      if (own.length + ignored.length + folders.length > mostChartFiles) return { own, ignored, isComplete: false };
    }
  }
  return { own, ignored, isComplete: true };
}

async function ignoresIn(folder: string, files: ReadableFiles): Promise<Ignores> {
  const read = await files.text(joined(folder, ignoreFile));
  try {
    return readIgnoreFile(read.state === 'text' ? read.text : '');
  } catch (error) {
    // Rendering says what is wrong with it.
    if (error instanceof Fault) return () => false;
    throw error;
  }
}
