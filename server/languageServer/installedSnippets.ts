import { readSnippets, type Snippet, snippetFiles } from '../features/snippets/snippet';
import type { ReadableFiles } from '../workspace/files';
import { joined } from '../workspace/uris';

/** The snippets that come with the extension, read when the first of them is asked for and kept. */
export function installedSnippets(files: ReadableFiles, folder: string): () => Promise<readonly Snippet[]> {
  let snippets: Promise<readonly Snippet[]> | undefined;
  return () => {
    snippets ??= readAll(files, folder);
    return snippets;
  };
}

async function readAll(files: ReadableFiles, folder: string): Promise<readonly Snippet[]> {
  const read = snippetFiles.map(async ({ name, language }) => {
    const read = await files.text(joined(folder, `${name}.code-snippets`));
    if (read.state === 'unreadable') throw new Error(`${name}.code-snippets ${read.reason}`);
    return read.state === 'gone' ? [] : readSnippets(name, language, read.text);
  });
  return (await Promise.all(read)).flat();
}
