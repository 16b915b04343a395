import type { RecordedChart } from './recordedChart';

/** Small charts that helm 4.1.4 refuses, and what it said. */
export const refusedCharts: readonly RecordedChart[] = [
  {
    title: 'a subchart without its files is refused',
    files: {
      'Chart.yaml':
        'apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n- {name: s, version: 1.0.0, condition: s.on}\n',
      'templates/x.yaml': 'a: 1\n',
    },
    answer:
      'an error occurred while checking for chart dependencies. You may need to run `helm dependency build` to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: s',
  },
  {
    title: 'a library is refused',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\ntype: library\n',
    },
    answer: 'library charts are not installable',
  },
  {
    title: 'a version of Kubernetes that does not fit is refused',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\nkubeVersion: "<1.20"\n',
      'templates/x.yaml': 'a: 1\n',
    },
    answer: 'chart requires kubeVersion: <1.20 which is incompatible with Kubernetes v1.35.0',
  },
  {
    title: 'a bad Chart.yaml is refused',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: x.y\n',
    },
    answer: 'validation: chart.metadata.version "x.y" is invalid',
  },
  {
    title: 'broken YAML is refused with its line',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/x.yaml': 'a: 1\nb: c: d\n',
    },
    answer:
      'YAML parse error on c/templates/x.yaml: error converting YAML to JSON: yaml: line 2: mapping values are not allowed in this context',
  },
  {
    title: 'a list is refused',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/x.yaml': '- a\n',
    },
    answer:
      'YAML parse error on c/templates/x.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type util.SimpleHead',
  },
  {
    title: 'an error in NOTES.txt refuses the chart',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/NOTES.txt': '{{ fail "no" }}',
      'templates/x.yaml': 'a: 1\n',
    },
    answer: 'execution error at (c/templates/NOTES.txt:1:3): no',
  },
  {
    title: 'a parse error anywhere refuses the chart',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/_h.tpl': '{{ define "x" }}\n{{ if }}{{ end }}{{ end }}',
      'templates/x.yaml': 'a: 1\n',
    },
    answer: 'parse error at (c/templates/_h.tpl:2): missing value for if',
  },
  {
    title: 'an undefined function is named',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/x.yaml': 'a: 1\nb: {{ nope 1 }}\n',
    },
    answer: 'parse error at (c/templates/x.yaml:2): function "nope" not defined',
  },
  {
    title: 'a stray file in charts/ refuses the chart',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'charts/README.md': 'x',
      'templates/x.yaml': 'a: 1\n',
    },
    answer: 'error unpacking subchart README.md in c: Chart.yaml file is missing',
  },
  {
    title: 'a scalar where a subchart has its table refuses the chart',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 's: 5\n',
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'templates/x.yaml': 'a: 1\n',
    },
    answer: 'type mismatch on s: %!t(float64=5)',
  },
  {
    title: 'a name twice in a file is refused',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/_h.tpl': '{{ define "x" }}a{{ end }}{{ define "x" }}b{{ end }}',
    },
    answer: 'parse error at (c/templates/_h.tpl:1): multiple definition of template "x"',
  },
  {
    title: 'a schema is applied',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'a: x\n',
      'values.schema.json': '{"properties":{"a":{"type":"integer"}},"required":["b"]}',
      'templates/x.yaml': 'a: 1\n',
    },
    answer:
      "values don't meet the specifications of the schema(s) in the following chart(s):\nc:\n- at '': missing property 'b'\n- at '/a': got string, want integer",
  },
  {
    title: 'the innermost error keeps its words',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/_h.tpl': '{{ define "x" }}{{ .a.b.c }}{{ end }}',
      'templates/x.yaml': 'a: 1\nb: {{ include "x" (dict "a" (dict)) | trim }}\n',
    },
    answer:
      'c/templates/x.yaml:2:6\n  executing "c/templates/x.yaml" at <include "x" (dict "a" (dict))>:\n    error calling include:\nc/templates/_h.tpl:1:21\n  executing "x" at <.a.b.c>:\n    nil pointer evaluating interface {}.c',
  },
];
