import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of tables and their answers. */
export const dicts: Recorded = [
  ['dict "a" 1 "b" nil', 'map[a:1 b:<nil>]'],
  ['dict "a"', 'map[a:]'],
  ['get (dict "a" 1) "b" | quote', '""'],
  ['set (dict) "a" 1', 'map[a:1]'],
  ['unset (dict "a" 1 "b" 2) "a"', 'map[b:2]'],
  ['hasKey (dict "a" nil) "a"', 'true'],
  ['pluck "a" (dict "a" 1) (dict) (dict "a" 2)', '[1 2]'],
  ['pick (dict "a" 1 "b" 2) "a" "c"', 'map[a:1]'],
  ['omit (dict "a" 1 "b" 2) "a"', 'map[b:2]'],
  ['merge (dict "a" 0 "b" (dict "c" 1)) (dict "a" 2 "b" (dict "c" 3 "d" 4) "e" nil)', 'map[a:2 b:map[c:1 d:4]]'],
  ['mergeOverwrite (dict "a" 1 "b" (dict "c" 1)) (dict "a" 0 "b" (dict "c" nil))', 'map[a:0 b:map[c:<nil>]]'],
  ['dig "a" "b" "no" (dict "a" (dict "b" 1))', '1'],
  ['dig "a" "x" "no" (dict "a" (dict "b" 1))', 'no'],
  ['keys (dict "a" 1)', '[a]'],
  ['values (dict "a" 1)', '[1]'],
  ['deepCopy (dict "a" (list 1))', 'map[a:[1]]'],
  ['index (dict "a" 1) "b"', '<nil>'],
  ['len (dict "a" 1)', '1'],
  ['typeOf .Values', 'common.Values'],
  ['typeOf .', 'common.Values'],
  ['kindOf (dict)', 'map'],
  ['deepEqual (dict "a" 1) (dict "a" 1)', 'true'],
  ['.Values.AsMap | typeOf', 'map[string]interface {}'],
];
