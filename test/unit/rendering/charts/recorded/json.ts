import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of JSON and their answers. */
export const json: Recorded = [
  ['toJson (dict "b" 1 "a" "<&>")', '{"a":"\\u003c\\u0026\\u003e","b":1}'],
  ['toRawJson (dict "a" "<&>")', '{"a":"<&>"}'],
  ['toPrettyJson (dict "a" (list 1 (dict)) "b" (list))', '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}'],
  ['toJson 1e21', '1e+21'],
  ['toJson 1e-7', '1e-7'],
  ['toJson 100.0', '100'],
  ['toJson "\\u2028\\x01"', '"\\u2028\\u0001"'],
  ['toJson nil', 'null'],
  ['fromJson "{\\"a\\": [1, null, \\"x\\"]}"', 'map[a:[1 <nil> x]]'],
  ['fromJson "{"', 'map[Error:unexpected end of JSON input]'],
  ['fromJson "[1]"', 'map[Error:json: cannot unmarshal array into Go value of type map[string]interface {}]'],
  ['fromJson "{\\"a\\": tru}"', "map[Error:invalid character '}' in literal true (expecting 'e')]"],
  ['fromJsonArray "[1, {}]"', '[1 map[]]'],
  ['fromJsonArray "{}"', '[json: cannot unmarshal object into Go value of type []interface {}]'],
  ['fromJson "{\\"a\\":1} x"', "map[Error:invalid character 'x' after top-level value]"],
  ['mustFromJson "1.5"', '1.5'],
  ['$d := dict }}{{ $_ := set $d "a" $d }}{{ print "[" (toYaml $d) (toJson $d) "]"', '[]'],
  ['.Capabilities.KubeVersion | toJson', '{"Version":"v1.35.0","Major":"1","Minor":"35"}'],
];
