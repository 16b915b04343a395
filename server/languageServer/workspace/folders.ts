/** The innermost of some folders that holds a file. Paths are absolute, with `/` between folders. */
export function folderHolding<Folder extends { readonly path: string }>(
  folders: readonly Folder[],
  path: string,
): Folder | undefined {
  return folders
    .filter((folder) => path.startsWith(`${folder.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}
