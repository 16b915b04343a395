import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSnippets, type Snippet, snippetFiles } from '../../server/features/snippets/snippet';

/** Every snippet that is shipped. */
export const shippedSnippets: readonly Snippet[] = snippetFiles.flatMap(({ name, language }) =>
  readSnippets(name, language, readFileSync(path.resolve('snippets', `${name}.code-snippets`), 'utf8')),
);
