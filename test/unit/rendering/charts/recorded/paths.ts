import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of paths and their answers. */
export const paths: Recorded = [
  ['base "/a/b.c"', 'b.c'],
  ['dir "/a/b"', '/a'],
  ['clean "a//../b/."', 'b'],
  ['ext "x.tar.gz"', '.gz'],
  ['isAbs "/a"', 'true'],
  ['base ""', '.'],
  ['osBase "a/b"', 'b'],
];
