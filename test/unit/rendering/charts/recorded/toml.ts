import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of TOML and their answers. */
export const toml: Recorded = [
  [
    'toToml (dict "b" 1 "a" 1.0 "c" (dict "d" "x" "e" (list 1 2)) "f" (list (dict "g" true)))',
    'a = 1.0\nb = 1\n\n[c]\n  d = "x"\n  e = [1, 2]\n\n[[f]]\n  g = true\n',
  ],
  ['toToml (dict "a b" "q\\"\\n")', '"a b" = "q\\"\\n"\n'],
  ['toToml (dict "a" (list (dict "b" (dict "c" 1))) "n" nil)', '[[a]]\n  [a.b]\n    c = 1\n'],
  ['toToml (dict "a" (list 1 nil))', 'toml: cannot encode array with nil element'],
  ['toToml (dict "x" (list (list 1) (list "a")))', 'x = [[1], ["a"]]\n'],
  [
    'fromToml "a = 1\\n[b]\\nc = \\"x\\"\\nd = [1.5, 2.5]\\n[[e]]\\nf = true"',
    'map[a:1 b:map[c:x d:[1.5 2.5]] e:[map[f:true]]]',
  ],
  ['fromToml "a.b = 0x1f\\nc = { d = \'q\' }"', 'map[a:map[b:31] c:map[d:q]]'],
  ['fromToml "a = "', 'map[Error:toml: line 1 (last key "a"): unexpected EOF; expected value]'],
  ['fromToml "a = 1\\na = 2"', 'map[Error:toml: line 2 (last key "a"): Key \'a\' has already been defined.]'],
];
