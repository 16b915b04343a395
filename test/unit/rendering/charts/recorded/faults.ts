import type { Recorded } from './recorded';

/** What helm 4.1.4 said of expressions that it refuses, in a template `c/templates/e.yaml`. */
export const faults: Recorded = [
  [
    '.Values.nope.x',
    'c/templates/e.yaml:1:12\n  executing "c/templates/e.yaml" at <.Values.nope.x>:\n    nil pointer evaluating interface {}.x',
  ],
  [
    '.Values.a.x',
    'c/templates/e.yaml:1:12\n  executing "c/templates/e.yaml" at <.Values.a.x>:\n    can\'t evaluate field x in type interface {}',
  ],
  [
    'index .Values "nope" "x"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <index .Values "nope" "x">: error calling index: index of nil pointer',
  ],
  [
    'lt nil 1',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <lt nil 1>: error calling lt: invalid type for comparison',
  ],
  [
    'eq .Values.i 1',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <eq .Values.i 1>: error calling eq: incompatible types for comparison: float64 and int',
  ],
  [
    'until .Values.i',
    'c/templates/e.yaml:1:18\n  executing "c/templates/e.yaml" at <.Values.i>:\n    wrong type for value; expected int; got float64',
  ],
  [
    'repeat -1 "a"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <repeat -1 "a">: error calling repeat: strings: negative Repeat count',
  ],
  [
    'div 1 0',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <div 1 0>: error calling div: runtime error: integer divide by zero',
  ],
  ['required "Say it" nil', 'execution error at (c/templates/e.yaml:1:5): Say it'],
  ['fail "No"', 'execution error at (c/templates/e.yaml:1:5): No'],
  [
    'ternary 1 2 nil',
    'c/templates/e.yaml:1:17\n  executing "c/templates/e.yaml" at <nil>:\n    cannot assign nil to bool',
  ],
  [
    'dig "a" "b" 1 .Values',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <dig "a" "b" 1 .Values>: error calling dig: interface conversion: interface {} is common.Values, not map[string]interface {}',
  ],
  [
    'first nil',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <first nil>: error calling first: runtime error: invalid memory address or nil pointer dereference',
  ],
  [
    'hasKey .Values.nope "x"',
    'c/templates/e.yaml:1:19\n  executing "c/templates/e.yaml" at <.Values.nope>:\n    wrong type for value; expected map[string]interface {}; got interface {}',
  ],
  [
    'include "nope" .',
    'c/templates/e.yaml:1:5\n  executing "c/templates/e.yaml" at <include "nope" .>:\n    error calling include:\ntemplate: no template "nope" associated with template "gotpl"',
  ],
  [
    'tpl "{{ .x" .',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <tpl "{{ .x" .>: error calling tpl: cannot parse template "{{ .x": template: gotpl:1: unclosed action',
  ],
  ['tpl "{{ fail \\"in\\" }}" .', 'execution error at (c/templates/e.yaml:1:5): in'],
  [
    'regexFind "[" "a"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <regexFind "[" "a">: error calling regexFind: regexp: Compile(`[`): error parsing regexp: missing closing ]: `[`',
  ],
  [
    'semverCompare "" "1.2"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <semverCompare "" "1.2">: error calling semverCompare: improper constraint:',
  ],
  [
    'len 1',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <len 1>: error calling len: len of type int',
  ],
  [
    'index (list 1) 5',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <index (list 1) 5>: error calling index: index out of range: 5',
  ],
  [
    'slice "abc" 1',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <slice "abc" 1>: error calling slice: list should be type of slice or array but string',
  ],
  [
    'trunc "a" "b"',
    'c/templates/e.yaml:1:11\n  executing "c/templates/e.yaml" at <"a">:\n    expected integer; found "a"',
  ],
  [
    'trunc .Values.nope "b"',
    'c/templates/e.yaml:1:18\n  executing "c/templates/e.yaml" at <.Values.nope>:\n    wrong type for value; expected int; got interface {}',
  ],
  [
    'substr 2 1 "abc"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <substr 2 1 "abc">: error calling substr: runtime error: slice bounds out of range [2:1]',
  ],
  [
    'mustRegexFind "(" "a"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <mustRegexFind "(" "a">: error calling mustRegexFind: error parsing regexp: missing closing ): `(`',
  ],
  [
    'set .Values.nope "a" 1',
    'c/templates/e.yaml:1:16\n  executing "c/templates/e.yaml" at <.Values.nope>:\n    wrong type for value; expected map[string]interface {}; got interface {}',
  ],
  ['printf 1', 'c/templates/e.yaml:1:12\n  executing "c/templates/e.yaml" at <1>:\n    expected string; found 1'],
  [
    'nindent .Values.i "a"',
    'c/templates/e.yaml:1:20\n  executing "c/templates/e.yaml" at <.Values.i>:\n    wrong type for value; expected int; got float64',
  ],
  ['b64enc 1', 'c/templates/e.yaml:1:12\n  executing "c/templates/e.yaml" at <1>:\n    expected string; found 1'],
  ['atoi 1', 'c/templates/e.yaml:1:10\n  executing "c/templates/e.yaml" at <1>:\n    expected string; found 1'],
  [
    '.Values.list.a',
    'c/templates/e.yaml:1:12\n  executing "c/templates/e.yaml" at <.Values.list.a>:\n    can\'t evaluate field a in type interface {}',
  ],
  [
    '$.Values.m.q.z',
    'c/templates/e.yaml:1:6\n  executing "c/templates/e.yaml" at <$.Values.m.q.z>:\n    nil pointer evaluating interface {}.z',
  ],
  [
    'toJson',
    'c/templates/e.yaml:1:5\n  executing "c/templates/e.yaml" at <toJson>:\n    wrong number of args for toJson: want 1 got 0',
  ],
  [
    'list.a',
    'c/templates/e.yaml:1:5\n  executing "c/templates/e.yaml" at <list>:\n    can\'t evaluate field a in type []interface {}',
  ],
  [
    'chunk 0 (list 1)',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <chunk 0 (list 1)>: error calling chunk: runtime error: makeslice: len out of range',
  ],
  [
    'has 1 "a"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <has 1 "a">: error calling has: Cannot find has on type string',
  ],
  [
    'append 1 2',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <append 1 2>: error calling append: Cannot push on type int',
  ],
  [
    'join "," nil 1',
    'c/templates/e.yaml:1:5\n  executing "c/templates/e.yaml" at <join>:\n    wrong number of args for join: want 2 got 3',
  ],
  [
    'int64 1 2',
    'c/templates/e.yaml:1:5\n  executing "c/templates/e.yaml" at <int64>:\n    wrong number of args for int64: want 1 got 2',
  ],
  [
    '.Capabilities.Nope',
    'c/templates/e.yaml:1:18\n  executing "c/templates/e.yaml" at <.Capabilities.Nope>:\n    can\'t evaluate field Nope in type interface {}',
  ],
  [
    '.Files.Lines "x" "y"',
    'c/templates/e.yaml:1:11\n  executing "c/templates/e.yaml" at <.Files.Lines>:\n    wrong number of args for Lines: want 1 got 2',
  ],
  [
    'mustToDate "2006" "x"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <mustToDate "2006" "x">: error calling mustToDate: parsing time "x" as "2006": cannot parse "x" as "2006"',
  ],
  [
    'urlParse "http://a b"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <urlParse "http://a b">: error calling urlParse: unable to parse url: parse "http://a b": invalid character " " in host name',
  ],
  [
    'mustRegexFind (trunc 1 "é") "x"',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <mustRegexFind (trunc 1 "é") "x">: error calling mustRegexFind: error parsing regexp: invalid UTF-8: `\udcc3`',
  ],
  [
    'eq .Values.list .Values.list',
    'template: c/templates/e.yaml:1:5: executing "c/templates/e.yaml" at <eq .Values.list .Values.list>: error calling eq: non-comparable type [%!s(float64=1)]: []interface {}',
  ],
];
