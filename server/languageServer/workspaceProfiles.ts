import { type ProfileFile, profilesIn } from '../workspace/confinementProfileFiles';
import type { ReadableFiles, ReadableFolders } from '../workspace/files';

/** How long what was found may count, in milliseconds: nobody tells of files that are no manifests. */
const lifetime = 20_000;

/**
 * The profiles in the workspace folders, looked for when the first is asked for, and again after a while: what was found
 * before is the answer until then, so that completion waits once.
 *
 * @param now the time in milliseconds
 */
export function workspaceProfiles(
  files: ReadableFiles & ReadableFolders,
  folders: () => readonly string[],
  now: () => number,
): () => Promise<readonly ProfileFile[]> {
  let known: { readonly key: string; readonly found: Promise<readonly ProfileFile[]> } | undefined;
  let searchedAt = 0;
  return () => {
    const searched = folders();
    const key = searched.join('\n');
    const time = now();
    if (known?.key !== key) {
      known = { key, found: profilesIn(searched, files) };
      searchedAt = time;
    } else if (time - searchedAt > lifetime) {
      const renewed = { key, found: profilesIn(searched, files) };
      searchedAt = time;
      void renewed.found.then(() => {
        known = renewed;
      });
    }
    return known.found;
  };
}
