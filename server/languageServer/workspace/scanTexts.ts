import type { FileText, MaybePromise, ReadableFiles } from '../../workspace/files';

/** What configurations say, in the editor before the disk: what was read is remembered until it changes. */
export interface ScanTexts {
  readonly files: ReadableFiles;
  readonly inEditor: Map<string, string>;
  readonly onDisk: Map<string, MaybePromise<FileText>>;
}

/** What files say of which none was read yet. */
export function scanTexts(files: ReadableFiles): ScanTexts {
  return { files, inEditor: new Map(), onDisk: new Map() };
}

/** What a file says. */
export function textOf({ files, inEditor, onDisk }: ScanTexts, uri: string): MaybePromise<FileText> {
  const edited = inEditor.get(uri);
  if (edited !== undefined) return { state: 'text', text: edited };
  const found = onDisk.get(uri) ?? files.text(uri);
  onDisk.set(uri, found);
  return found;
}

/**
 * The editor says something of a file; true if that is something else than what was known.
 *
 * @param edited undefined when the file was closed
 */
export async function takeEdited(texts: ScanTexts, uri: string, edited: string | undefined): Promise<boolean> {
  const before = await textOf(texts, uri);
  if (edited === undefined) texts.inEditor.delete(uri);
  else texts.inEditor.set(uri, edited);
  return JSON.stringify(before) !== JSON.stringify(await textOf(texts, uri));
}
