import type { RecordedChart } from './recordedChart';

/** Small charts and what helm 4.1.4 printed for them. */
export const renderedCharts: readonly RecordedChart[] = [
  {
    title: 'aliases, conditions and tags switch subcharts',
    files: {
      'Chart.yaml':
        'apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n- {name: s, version: 1.x, alias: one, condition: one.on}\n- {name: s, version: 1.x, alias: two, condition: two.off, tags: [t]}\n- {name: s, version: 1.x, alias: three, tags: [t, u]}\n',
      'values.yaml': 'one: {on: true, a: 1}\ntwo: {off: maybe, a: 2}\ntags: {t: false}\nthree: {a: 3}\n',
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'charts/s/values.yaml': 'a: 0\nb: 9\n',
      'charts/s/templates/x.yaml': '{{ .Chart.Name }}: {{ toJson .Values }}\n',
    },
    answer: '---\n# Source: c/charts/one/templates/x.yaml\none: {"a":1,"b":9,"global":{},"true":true}\n',
  },
  {
    title: 'values are imported from subcharts',
    files: {
      'Chart.yaml':
        'apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n- name: s\n  version: "*"\n  import-values: [data, {child: deep.x, parent: got}]\n',
      'values.yaml': 'k: own\ns: {deep: {x: {m: 5}}}\n',
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'charts/s/values.yaml': 'exports: {data: {k: child, l: 2}}\ndeep: {x: {n: 1, m: 2}}\n',
      'templates/x.yaml': 'v: {{ toJson .Values }}\n',
    },
    answer:
      '---\n# Source: c/templates/x.yaml\nv: {"got":{"false":1,"m":5},"k":"own","l":2,"s":{"deep":{"x":{"false":1,"m":5}},"exports":{"data":{"k":"child","l":2}},"global":{}}}\n',
  },
  {
    title: 'null takes a default away',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'a: {b: 1, c: null}\nd: 1\ns: {x: 1}\n',
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'charts/s/values.yaml': 'x: 0\ny: {z: 1, w: 2}\n',
      'templates/x.yaml': 'v: {{ toJson .Values }}\n',
    },
    set: ['a.b=null', 'd=null', 's.y.z=null', 'e=null'],
    answer:
      '---\n# Source: c/templates/x.yaml\nv: {"a":{"c":null},"e":null,"s":{"global":{},"true":{"w":2,"z":1},"x":1,"y":{"z":null}}}\n',
  },
  {
    title: 'globals reach every subchart',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'global: {a: 1, t: {x: 1}}\ns: {global: {a: 2, t: {y: 2}}}\n',
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'charts/s/values.yaml': 'global: {b: 3, t: {z: 3}}\n',
      'charts/s/templates/x.yaml': 'v: {{ toJson .Values }}\n',
      'templates/x.yaml': 'v: {{ toJson .Values }}\n',
    },
    answer:
      '---\n# Source: c/charts/s/templates/x.yaml\nv: {"global":{"a":1,"b":3,"t":{"true":2,"x":1,"z":3}}}\n---\n# Source: c/templates/x.yaml\nv: {"global":{"a":1,"t":{"x":1}},"s":{"global":{"a":1,"b":3,"t":{"true":2,"x":1,"z":3}}}}\n',
  },
  {
    title: 'kinds are sorted, hooks come last',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/z.yaml':
        'kind: Deployment\n---\nkind: Zeta\n---\nkind: Namespace\n---\n# only a comment\n---\nkind: Alpha\n',
      'templates/a.yaml':
        'kind: Job\nmetadata:\n  annotations: {helm.sh/hook: "pre-install, test", helm.sh/hook-weight: "5"}\n---\nkind: ConfigMap\nmetadata:\n  annotations: {helm.sh/hook: post-install}\n---\nkind: Pod\nmetadata:\n  annotations: {helm.sh/hook: crd-install}\n---\nkind: Service\n',
    },
    answer:
      '---\n# Source: c/templates/z.yaml\nkind: Namespace\n---\n# Source: c/templates/a.yaml\nkind: Service\n---\n# Source: c/templates/z.yaml\nkind: Deployment\n---\n# Source: c/templates/z.yaml\n# only a comment\n---\n# Source: c/templates/z.yaml\nkind: Alpha\n---\n# Source: c/templates/z.yaml\nkind: Zeta\n---\n# Source: c/templates/a.yaml\nkind: ConfigMap\nmetadata:\n  annotations: {helm.sh/hook: post-install}\n---\n# Source: c/templates/a.yaml\nkind: Job\nmetadata:\n  annotations: {helm.sh/hook: "pre-install, test", helm.sh/hook-weight: "5"}\n',
  },
  {
    title: 'documents are split by a pattern',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/a.yaml': '---\n---\n---\nkind: A\n--- # c\nkind: B\n---kind: C\nx: |\n  a\n--- \n\n\nkind: D\n',
    },
    answer:
      '---\n# Source: c/templates/a.yaml\n---\n---\n# Source: c/templates/a.yaml\nkind: A\n---\n# Source: c/templates/a.yaml\n# c\nkind: B\n---\n# Source: c/templates/a.yaml\nkind: C\nx: |\n  a\n---\n# Source: c/templates/a.yaml\nkind: D\n',
  },
  {
    title: '.helmignore leaves files out',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      '.helmignore': '# no\n*.bak\nskip/\n/templates/no.yaml\na?.txt\n',
      'templates/no.yaml': 'a: 1\n',
      'templates/yes.yaml': 'f: {{ range $n, $_ := .Files }}{{ $n }} {{ end }}\n',
      'x.bak': '',
      'skip/a': '',
      'ab.txt': '',
      'abc.txt': '',
      'templates/.hidden': '{{ nope }}',
    },
    answer: '---\n# Source: c/templates/yes.yaml\nf: .helmignore abc.txt\n',
  },
  {
    title: '.Files shows what is there',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'f/a.txt': 'one\ntwo\n',
      'f/b.conf': 'x: "1"',
      'templates/a.yaml':
        'a: {{ .Files.Get "f/a.txt" | quote }}\nb: {{ .Files.Lines "f/a.txt" | toJson }}\nc:\n{{ (.Files.Glob "f/*").AsConfig | indent 2 }}\nd:\n{{ (.Files.Glob "f/*.{txt,no}").AsSecrets | indent 2 }}\ne: {{ len (.Files.Glob "**") }}\ng: {{ .Files.Get "no" | quote }}\n',
    },
    answer:
      '---\n# Source: c/templates/a.yaml\na: "one\\ntwo\\n"\nb: ["one","two"]\nc:\n  a.txt: |\n    one\n    two\n  b.conf: \'x: "1"\'\nd:\n  a.txt: b25lCnR3bwo=\ne: 2\ng: ""\n',
  },
  {
    title: 'the nearest definition of a template wins',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/_a.tpl': '{{ define "n" }}a{{ end }}',
      'templates/_b.tpl': '{{ define "n" }}b{{ end }}',
      'templates/d/_c.tpl': '{{ define "n" }}c{{ end }}',
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'charts/s/templates/_s.tpl': '{{ define "n" }}s{{ end }}{{ define "o" }}{{ end }}',
      'charts/s/templates/x.yaml': 'x: {{ include "n" . }} {{ .Template.Name }} {{ .Template.BasePath }}\n',
      'templates/x.yaml': 'x: {{ template "n" }}\n',
    },
    answer:
      '---\n# Source: c/charts/s/templates/x.yaml\nx: a c/charts/s/templates/x.yaml c/charts/s/templates\n---\n# Source: c/templates/x.yaml\nx: a\n',
  },
  {
    title: 'what one file sets the next one sees',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'a: 1\n',
      'templates/z.yaml': '{{ $_ := set .Values "b" 2 }}{{ $_ := set . "mine" 3 }}z: {{ toJson .Values | quote }}\n',
      'templates/a.yaml': 'a: {{ toJson .Values | quote }}\nb: {{ .mine }}\n',
    },
    answer:
      '---\n# Source: c/templates/a.yaml\na: "{\\"a\\":1,\\"b\\":2}"\nb: 3\n---\n# Source: c/templates/z.yaml\nz: "{\\"a\\":1,\\"b\\":2}"\n',
  },
  {
    title: '--set reads paths, lists and types',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'a: {b: 1}\nl: [1, 2]\n',
      'templates/x.yaml': 'v: {{ toJson .Values }}\n',
    },
    set: [
      'a.b=2,a.c=true',
      'l[1]=x',
      'l[3].k=v',
      'm={a,1,true}',
      'e\\.f=g',
      'n=',
      's=017',
      'big=9223372036854775807,over=9223372036854775808',
      'f=1.5',
      'q={}',
    ],
    answer:
      '---\n# Source: c/templates/x.yaml\nv: {"a":{"b":2,"c":true},"big":9223372036854775807,"e.f":"g","f":"1.5","l":[null,"x",null,{"k":"v"}],"m":["a",1,true],"n":"","over":"9223372036854775808","q":[""],"s":"017"}\n',
  },
  {
    title: 'Chart.yaml is a table of all fields',
    files: {
      'Chart.yaml':
        'apiVersion: v2\nname: c\nversion: 1.0.0\nappVersion: 1.10\nkeywords: [a]\nmaintainers: [{name: m, email: e}]\nannotations: {k: 1}\nkubeVersion: ">=1.20"\n',
      'templates/x.yaml':
        'a:\n{{ toYaml .Chart | indent 2 }}\nb: {{ .Chart.Nope }} {{ .Chart.Annotations.no | quote }}\n',
    },
    answer:
      '---\n# Source: c/templates/x.yaml\na:\n  APIVersion: v2\n  Annotations:\n    k: "1"\n  AppVersion: "1.1"\n  Condition: ""\n  Dependencies: []\n  Deprecated: false\n  Description: ""\n  Home: ""\n  Icon: ""\n  IsRoot: true\n  Keywords:\n  - a\n  KubeVersion: \'>=1.20\'\n  Maintainers:\n  - Email: e\n    Name: m\n    URL: ""\n  Name: c\n  Sources: []\n  Tags: ""\n  Type: ""\n  Version: 1.0.0\nb:  ""\n',
  },
  {
    title: 'the release and the cluster are told',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/x.yaml':
        'a: {{ toJson .Release }}\nb: {{ .Capabilities.KubeVersion }} {{ .Capabilities.KubeVersion.Version }} {{ .Capabilities.APIVersions.Has "apps/v1" }} {{ len .Capabilities.APIVersions }}\nc: {{ .Capabilities.HelmVersion.Version }}\n',
    },
    answer:
      '---\n# Source: c/templates/x.yaml\na: {"IsInstall":true,"IsUpgrade":false,"Name":"rel","Namespace":"default","Revision":1,"Service":"Helm"}\nb: v1.35.0 v1.35.0 true 57\nc: v4.1.4\n',
  },
  {
    title: 'NOTES.txt is not printed, other texts are',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/NOTES.txt': 'hello',
      'templates/t.txt': 'a: 1\n',
      'templates/j.json': '{"kind": "J"}',
    },
    answer: '---\n# Source: c/templates/t.txt\na: 1\n---\n# Source: c/templates/j.json\n{"kind": "J"}\n',
  },
  {
    title: 'several documents of values are merged',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'a: {b: 1}\n---\na: {c: 2}\n--- # x\nd: 017\non: 1e3\n',
      'templates/x.yaml': 'v: {{ toJson .Values }}\n',
    },
    answer: '---\n# Source: c/templates/x.yaml\nv: {"a":{"b":1,"c":2},"d":15,"true":1000}\n',
  },
  {
    title: 'trims, comments and branches',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/x.yaml':
        'a: |\n  x\n  {{- /* c */ -}}\n  b\n{{- range $i, $e := list 1 2 3 4 }}\n{{- if eq $i 1 }}{{ continue }}{{ end }}\n{{- if eq $i 3 }}{{ break }}{{ end }}\n\n  {{ $i }}: {{ $e }}\n{{- else }}none{{ end }}\n  {{ with $x := .Values.no }}{{ else with "w" }}c: {{ . }}{{ end }}\n  {{ block "blk" 5 }}d: {{ . }}{{ end }}\n  {{ $v := 1 }}{{ if true }}{{ $v = 2 }}{{ $v := 3 }}{{ end }}e: {{ $v }}\n',
    },
    answer: '---\n# Source: c/templates/x.yaml\na: |\n  xb\n\n  0: 1\n\n  2: 3\n  c: w\n  d: 5\n  e: 2\n',
  },
  {
    title: 'nothing rendered is one empty line',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/x.yaml': '{{ if false }}a: 1{{ end }}\n',
    },
    answer: '\n',
  },
  {
    title: 'the last line of a values file is ended',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'a: |\n  x',
      'templates/x.yaml': 'a: {{ .Values.a | quote }}\n',
    },
    answer: '---\n# Source: c/templates/x.yaml\na: "x\\n"\n',
  },
  {
    title: 'an item of a list is given up when nothing stands behind the last equals sign',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'l: [{a: 1}]\n',
      'templates/x.yaml': '{{ toJson .Values }}\n',
    },
    set: ['l[0].q=', 'm.a=', 'n[0]='],
    answer: '---\n# Source: c/templates/x.yaml\n{"l":[],"m":{"a":""},"n":[""]}\n',
  },
  {
    title: 'a version of Kubernetes is printed by its String method where it lies',
    files: {
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'templates/x.yaml': 'a: {{ .Capabilities.KubeVersion }}\n',
    },
    answer: '---\n# Source: c/templates/x.yaml\na: v1.35.0\n',
  },
];
