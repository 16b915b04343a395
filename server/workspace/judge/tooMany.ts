/** More than these are judged each by itself. The size is in bytes. */
const largestNeighbourhood = { files: 20_000, bytes: 500 * 1024 * 1024 };

/** Why a folder's files are judged each by itself, as goes on from the folder's name; undefined if they are not too many. */
export function tooManyToJudge(files: readonly { readonly size: number }[]): string | undefined {
  const limits = `${largestNeighbourhood.files.toLocaleString('en')} files or ${largestNeighbourhood.bytes / 1024 / 1024} MB`;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length <= largestNeighbourhood.files && bytes <= largestNeighbourhood.bytes) return undefined;
  const found = `${files.length.toLocaleString('en')} files with ${Math.ceil(bytes / 1024 / 1024).toLocaleString('en')} MB`;
  return `holds ${found}, and of more than ${limits} each file is judged by itself`;
}
