import { innermostFolder } from '../../workspace/uris';

/** The innermost of some folders that holds a file, all by their URIs. */
export function folderHolding<Folder extends { readonly folder: string }>(
  folders: readonly Folder[],
  uri: string,
): Folder | undefined {
  const innermost = innermostFolder(
    folders.map(({ folder }) => folder),
    uri,
  );
  return folders.find(({ folder }) => folder === innermost);
}
