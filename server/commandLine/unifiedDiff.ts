import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Encoding } from './textFile';

/** The change of a file as `git apply` and `patch -p1` read it, with the file's own line ends. */
export function unifiedDiff(name: string, before: string, after: string, encoding: Encoding): string {
  // A byte order mark is part of the first line for whoever applies the diff.
  const mark = encoding.hasByteOrderMark ? '\uFEFF' : '';
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, mark + before, mark + after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
