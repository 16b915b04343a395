import { readSnippets, type Snippet, snippetFiles } from '../features/snippets/snippet';
import type { ReadableFiles } from '../workspace/files';

/**
 * The snippets that come with the extension, read when the first of them is asked for and kept.
 *
 * @param folder absolute, `/` between folders
 */
export function installedSnippets(files: ReadableFiles, folder: string): () => Promise<readonly Snippet[]> {
  let snippets: Promise<readonly Snippet[]> | undefined;
  return () => {
    snippets ??= readAll(files, folder);
    return snippets;
  };
}

async function readAll(files: ReadableFiles, folder: string): Promise<readonly Snippet[]> {
  const read = snippetFiles.map(async ({ name, language }) => {
    const text = await files.readText(`${folder}/${name}.code-snippets`);
    return text === undefined ? [] : readSnippets(name, language, text);
  });
  return (await Promise.all(read)).flat();
}
