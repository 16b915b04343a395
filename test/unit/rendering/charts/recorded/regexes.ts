import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of regular expressions and their answers. */
export const regexes: Recorded = [
  ['regexMatch "^a+$" "aaa"', 'true'],
  ['regexMatch "[" "a"', 'false'],
  ['regexFind "[0-9]+" "ab12c3"', '12'],
  ['regexFindAll "[a-c]" "abcabc" 2', '[a b]'],
  ['regexFindAll "x" "abc" -1 | toJson', 'null'],
  ['regexReplaceAll "a(x*)b" "-ab-axxb-" "${1}W"', '-W-xxW-'],
  ['regexReplaceAll "a(x*)b" "-ab-axxb-" "$1W"', '---'],
  ['regexReplaceAllLiteral "a" "banana" "$1"', 'b$1n$1n$1'],
  ['regexSplit "z+" "pizza" -1', '[pi a]'],
  ['regexSplit "" "abc" 2', '[a bc]'],
  ['regexQuoteMeta "1.2+3"', '1\\.2\\+3'],
  ['regexReplaceAll "" "ab" "-"', '-a-b-'],
  ['regexReplaceAll "(?i)B" "abc" "x"', 'axc'],
  ['regexFind "(?P<n>b+)" "abbc"', 'bb'],
  ['regexMatch (trunc 1 "é") "x"', 'false'],
];
