import { dirname, resolve } from 'node:path';
import { isFolder } from '../workspace/disk/entries';
import { isPathWithin, shownPath } from '../workspace/disk/paths';
import { type FoundFile, findFiles, type PathFault } from '../workspace/disk/walk';
import { tooManyToJudge } from '../workspace/judge/tooMany';
import { uriOfPath } from '../workspace/uris';
import { withNamedTemplates } from './charts/plannedCharts';
import type { Configurations } from './configurations';
import type { PlannedFile } from './plannedFile';
import { type Told, toldOfUnread } from './told';

/** What is to be read, the files that were asked for first and in their order. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly faults: readonly PathFault[];
  /** What those tell that can't even be looked at. */
  readonly unread: readonly Told[];
}

/** What was asked for. */
export interface PlanRequest {
  /** The files that the paths lead to. */
  readonly shown: readonly FoundFile[];
  /** What may hold manifests in the folders given and can't be looked into. */
  readonly unread: readonly string[];
  /** As given. */
  readonly paths: readonly string[];
  /** The paths of files that stand nowhere. */
  readonly alone: ReadonlySet<string>;
  /** Absolute. */
  readonly currentFolder: string;
  readonly known: Configurations;
  /** The chart that a file is rendered with, absolute; asks nobody where charts are not rendered. */
  readonly chartOf: (path: string) => Promise<string | undefined>;
}

/**
 * Adds to the files that were asked for those that they are judged among: the paths given choose what is shown, and never
 * what is known.
 */
export async function planOf({
  shown,
  unread,
  paths,
  alone,
  currentFolder,
  known,
  chartOf,
}: PlanRequest): Promise<Plan> {
  const given = paths.map((path) => resolve(currentFolder, path)).filter(isFolder);
  const homes = new Map<string, string | undefined>();
  const homeOf = async ({ path }: Pick<FoundFile, 'path'>): Promise<string | undefined> => {
    const folder = dirname(path);
    if (homes.has(folder)) return homes.get(folder);
    // Of folders inside of each other the outermost counts, whichever was given first.
    const [outermost] = given.filter((other) => isPathWithin(folder, other)).sort((a, b) => a.length - b.length);
    const home = await known.neighbourhoodOf(folder, outermost);
    homes.set(folder, home);
    return home;
  };

  const planned = new Map<string, PlannedFile>();
  for (const file of shown) {
    const neighbourhood = alone.has(file.path) ? undefined : await homeOf(file);
    const chart = alone.has(file.path) ? undefined : await chartOf(file.path);
    const uri = uriOfPath(file.path);
    planned.set(file.path, { ...file, uri, isShown: true, neighbourhood, isSeen: false, ...(chart && { chart }) });
  }
  const faults: PathFault[] = [];
  const told: Told[] = [];
  const folders = new Set([...planned.values()].flatMap(({ neighbourhood }) => neighbourhood ?? []));
  for (const folder of folders) {
    const isWhole = given.length === 1 && given[0] === folder && paths.length === 1;
    const found = isWhole ? { files: shown, unread } : findFiles([folder], currentFolder);
    const isMember = async (file: Pick<FoundFile, 'path'>) =>
      (await homeOf(file)) === folder && !(await known.isExcluded(file.path));
    const members: FoundFile[] = [];
    for (const file of found.files) if (await isMember(file)) members.push(file);
    const tooMany = tooManyToJudge(members);
    if (tooMany !== undefined) {
      faults.push({ name: shownPath(folder, currentFolder), message: tooMany, isNamed: false });
      for (const file of planned.values())
        if (file.neighbourhood === folder) planned.set(file.path, { ...file, neighbourhood: undefined });
      continue;
    }
    for (const path of found.unread) if (await isMember({ path })) told.push(...toldOfUnread(folder, path));
    for (const file of members) {
      const own = planned.get(file.path) ?? { ...file, isNamed: false, uri: uriOfPath(file.path), isShown: false };
      planned.set(file.path, { ...own, neighbourhood: folder, isSeen: true });
    }
  }
  const files = await withNamedTemplates([...planned.values()], given, currentFolder);
  return { files, faults, unread: told };
}
