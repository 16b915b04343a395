import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenFile } from '../../rendering/charts/chart/givenFile';
import { largestChartFile, mostChartFiles } from '../charts/limits';
import { entriesIn, isFile, isFolder } from './entries';
import { readBytes } from './readBytes';

/** Why a chart's folder can't be read; the reason goes on from the path. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** All files below a chart's folder, links followed as helm does. */
export function chartFolder(folder: string): { readonly files: readonly GivenFile[] } | { readonly fault: Unreadable } {
  const files: GivenFile[] = [];
  let fault: Unreadable | undefined;
  const walk = (path: string, prefix: string, above: readonly string[]): void => {
    const own = realpathSync(path);
    // A link that leads to a folder above it would never end.
    if (above.includes(own)) return;
    for (const { name } of entriesIn(path).entries) {
      if (fault) return;
      const inner = join(path, name);
      if (isFolder(inner)) {
        if (name !== '.git') walk(inner, `${prefix}${name}/`, [...above, own]);
      } else if (isFile(inner)) {
        const read = readBytes(inner, { largest: largestChartFile });
        if (read.state !== 'bytes') fault = { path: prefix + name, reason: read.reason };
        else files.push({ path: prefix + name, bytes: read.bytes });
        if (files.length > mostChartFiles) fault = { path: folder, reason: `holds more than ${mostChartFiles} files` };
      }
    }
  };
  try {
    walk(folder, '', []);
  } catch (error) {
    fault = { path: folder, reason: error instanceof Error ? error.message : String(error) };
  }
  return fault ? { fault } : { files };
}
