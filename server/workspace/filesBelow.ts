import type { ReadableFolders } from './files';
import { joined } from './uris';

/** The files below a folder, as far as anybody would look for manifests. */
export interface FilesBelow {
  /** From the folder, with `/` between folders. */
  readonly paths: readonly string[];
  /** False if there are more files than were looked at, or folders that nobody looks into. */
  readonly isComplete: boolean;
}

/** Workspaces can be whole disks: what isn't found among so many is not found. */
const mostFolders = 4000;
const mostFiles = 50_000;

/** Folders that are huge, and whose files are nobody's manifests. */
export const skippedFolders: readonly string[] = ['.git', 'node_modules'];

/** The files in a folder and below it, but for `.git` and `node_modules`. */
export async function filesBelow(folder: string, { entriesOf }: ReadableFolders): Promise<FilesBelow> {
  const paths: string[] = [];
  const folders = [''];
  let visited = 0;
  for (; visited < folders.length && visited < mostFolders && paths.length < mostFiles; visited++) {
    const below = folders[visited] ?? '';
    for (const { name, isFolder } of await entriesOf(joined(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      if (!isFolder) paths.push(path);
      else if (!skippedFolders.includes(name)) folders.push(path);
    }
  }
  return { paths: paths.sort(), isComplete: visited === folders.length };
}

/** True for a glob that is about folders which `filesBelow` leaves out. */
export function isAboutSkipped(glob: string): boolean {
  return skippedFolders.some((name) => glob.includes(name));
}
