import { resolve } from 'node:path';
import type { SourceFile } from '../../rendering/charts/origins/source';
import { shownPath } from '../../workspace/disk/paths';
import { readBytes } from '../../workspace/disk/readBytes';
import { decode } from '../../workspace/disk/textFile';
import type { ChartRequest } from '../lintRequest';
import type { PlannedFile } from '../plannedFile';
import type { ChartRendering } from './chartValues';

/** How charts are rendered as the arguments ask for it; the reason names the file that can't be read. */
export function chartRendering(
  { givenBy, values, set, release, namespace, apiVersions }: ChartRequest,
  currentFolder: string,
):
  | { readonly state: 'read'; readonly rendering: ChartRendering }
  | { readonly state: 'refused'; readonly reason: string } {
  const files: SourceFile[] = [];
  for (const path of values) {
    const read = readBytes(resolve(currentFolder, path));
    const decoded = read.state === 'bytes' ? decode(read.bytes) : read;
    if (!('text' in decoded) || decoded.text === undefined) {
      const reason = 'reason' in decoded ? decoded.reason : '';
      return { state: 'refused', reason: `${path}: ${read.state === 'gone' ? 'could not be read: ' : ''}${reason}` };
    }
    files.push({ path, text: decoded.text });
  }
  const given = givenBy === undefined ? undefined : { values: files, set, release, namespace };
  return { state: 'read', rendering: { given, apiVersions } };
}

/** Why what is given for one chart can't be taken; undefined where it can. */
export function chartsTogether(
  files: readonly PlannedFile[],
  request: ChartRequest | undefined,
  currentFolder: string,
): string | undefined {
  if (request?.givenBy === undefined) return undefined;
  const charts = [...new Set(files.flatMap(({ isShown, chart }) => (isShown && chart !== undefined ? [chart] : [])))];
  if (charts.length === 1) return undefined;
  const named = charts.slice(0, 3).map((chart) => shownPath(chart, currentFolder));
  const found =
    charts.length === 0 ? 'no chart' : `${charts.length} charts (${named.join(', ')}${charts.length > 3 ? ', …' : ''})`;
  return `${request.givenBy} is for one chart, and the paths hold ${found}`;
}
