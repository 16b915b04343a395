import { isWithin } from '../../workspace/uris';

/** The innermost of some folders that holds a file, all by their URIs. */
export function folderHolding<Folder extends { readonly folder: string }>(
  folders: readonly Folder[],
  uri: string,
): Folder | undefined {
  return folders.filter(({ folder }) => isWithin(uri, folder)).toSorted((a, b) => b.folder.length - a.folder.length)[0];
}
