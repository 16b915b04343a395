import { below, oneOf, type Random } from '../../random';
import { render } from '../../unit/rendering/charts/rendering';
import { drawExpression, drawnValues } from './drawExpression';

/** The texts of a chart's files, by their paths, and what `--set` says. */
export interface DrawnChart {
  readonly files: ReadonlyMap<string, string>;
  readonly set: readonly string[];
}

/** What a drawn template has in reach. */
interface Scope {
  readonly random: Random;
  /** The variables that are declared, without those of blocks that have ended. */
  readonly variables: readonly string[];
  readonly isInLoop: boolean;
  readonly depth: number;
  /** Expressions that can be evaluated, as most of a chart's can. */
  readonly expressions: readonly string[];
  /** Whether the dot is the root, so that `.Values` is there. */
  readonly isRoot: boolean;
}

const fields = drawnValues.match(/^\w+(?=:)/gm) ?? [];
const conditions = [
  'VALUE',
  'not VALUE',
  'and VALUE VALUE',
  'or VALUE VALUE',
  'eq VALUE VALUE',
  'empty VALUE',
  'hasKey .Values "table"',
  'kindIs "map" VALUE',
  'gt (len (list VALUE)) 0',
  'ne (toString VALUE) "web"',
  'lt (int VALUE) 3',
] as const;

/** Draws a small chart: its templates go through branches, loops, scopes, calls of each other and tables that are written into. */
export function drawChart(random: Random): DrawnChart {
  const scope: Scope = { random, variables: [], isInLoop: false, depth: 3, isRoot: true, expressions: sound(random) };
  const files = new Map<string, string>([
    ['Chart.yaml', chartFile(random)],
    [
      'values.yaml',
      `${drawnValues}drawn: "{{ .Values.word }}-{{ $.Release.Name }}"\nsub: {own: 1, table: {b: null}, global: {g: x}}\nglobal: {g: 1, t: {a: 1}}\n`,
    ],
    ['templates/_helpers.tpl', helpers(scope)],
    ['templates/a.yaml', template(scope)],
    ['templates/deep/b.txt', template(scope)],
    ['f.txt', 'one\ntwo: {{ .x }}\n'],
  ]);
  if (random() < 0.5) {
    files.set('charts/sub/Chart.yaml', 'apiVersion: v2\nname: sub\nversion: 0.1.0\n');
    files.set('charts/sub/values.yaml', `${drawnValues}own: 2\ndrawn: d\nglobal: {g: 2, h: 3}\n`);
    files.set(
      'charts/sub/templates/s.yaml',
      `# {{ .Values | toJson }} {{ .Chart.Name }} {{ .Template.Name }}\n${template(scope)}`,
    );
  }
  const set = Array.from({ length: below(3, random) }, () =>
    oneOf(
      [
        'whole=3',
        'table.b=2',
        'words={x,y}',
        'table.c=null',
        'sub.own=null',
        'global.t=null',
        'empty=full',
        'yes=false',
        'sub=null',
        'part=1.5',
        'table.c.d[1]=9',
        'new.key=v',
      ],
      random,
    ),
  );
  return { files, set };
}

/** Some expressions that can be evaluated. */
function sound(random: Random): string[] {
  const drawn = Array.from({ length: 25 }, () => ofRoot(drawExpression(random, 2)));
  return drawn.filter((expression) => {
    const texts = { 'values.yaml': drawnValues, 'templates/e.yaml': `# {{ ${expression} | toJson | quote }}\n` };
    return render(texts).state === 'rendered';
  });
}

function ofRoot(expression: string): string {
  return expression.replace(/(^|[\s(])\.Values/g, '$1$.Values');
}

function chartFile(random: Random): string {
  const more = oneOf(
    [
      '',
      'appVersion: 1.10\n',
      'appVersion: "2"\ndescription: A b\n',
      'kubeVersion: ">=1.20-0"\nkeywords: [a, b]\n',
      'type: application\nicon: x\n',
    ],
    random,
  );
  return `apiVersion: v2\nname: drawn\nversion: 1.0.0\n${more}`;
}

function helpers(scope: Scope): string {
  const one = (name: string) =>
    `{{- define "${name}" -}}\n${body({ ...scope, isRoot: true, depth: 2 }, 2)}{{- end }}\n`;
  return `${one('h.one')}${one('h.two')}{{ define "h.dict" }}{a: 1, b: [x, {{ .Values.word | quote }}]}{{ end }}\n{{ define "h.text" }}text {{ .Release.Name }}{{ end }}`;
}

function template(scope: Scope): string {
  return body(scope, 3 + below(5, scope.random));
}

function body(scope: Scope, count: number): string {
  let inner = scope;
  let written = '';
  for (let index = 0; index < count; index++) {
    const { text, declared } = statement(inner);
    written += text;
    if (declared !== undefined) inner = { ...inner, variables: [...inner.variables, declared] };
  }
  return written;
}

/** An opening and a closing mark, with or without trimming. */
function marks(random: Random): readonly [string, string] {
  return [random() < 0.4 ? '{{- ' : '{{ ', random() < 0.2 ? ' -}}' : ' }}'];
}

function statement(scope: Scope): { readonly text: string; readonly declared?: string } {
  const { random, depth, isInLoop, variables, isRoot } = scope;
  const [open, close] = marks(random);
  const action = (inner: string) => `${open}${inner}${close}\n`;
  const block = (count = 2) => body({ ...scope, depth: depth - 1 }, 1 + below(count, random));
  const kind = depth <= 0 ? below(5, random) : below(13, random);
  switch (kind) {
    case 0:
      return { text: `# {{ ${value(scope)} | toJson | quote }}\n` };
    case 1:
      return { text: `# ${open}${value(scope)} | quote${close}\n` };
    case 2: {
      const name = `$v${below(4, random)}`;
      return { text: action(`${name} := ${value(scope)}`), declared: name };
    }
    case 3: {
      const name = variables.length > 0 ? variables[below(variables.length, random)] : undefined;
      if (name === undefined) return { text: `k${below(100, random)}: {{ .Release.Name }}\n` };
      return { text: action(`${name} = ${value(scope)}`) };
    }
    case 4:
      if (isInLoop && random() < 0.4)
        return { text: `{{ if ${condition(scope)} }}{{ ${oneOf(['break', 'continue'], random)} }}{{ end }}\n` };
      return {
        text: `# ${oneOf(['plain', '{{/* a comment */}}', '{{- /* trimmed */ -}}', '{{ .Template.Name }}', '{{ $.Chart.Version }}', '{{ len .Template.BasePath }}', '{{ "<no value>" }}', '{{ print nil }}'], random)}\n`,
      };
    case 5: {
      const otherwise =
        random() < 0.5 ? `{{ else }}${block()}` : random() < 0.4 ? `{{ else if ${condition(scope)} }}${block()}` : '';
      return { text: `${action(`if ${condition(scope)}`)}${block()}${otherwise}${action('end')}` };
    }
    case 6: {
      const inner = { ...scope, depth: depth - 1, isRoot: false, variables: [...variables, '$w'] };
      return {
        text: `${action(`with $w := ${value(scope)}`)}# {{ . | toJson | quote }}\n${body(inner, 2)}{{ else }}${block(1)}${action('end')}`,
      };
    }
    case 7: {
      const over = oneOf(
        [
          '.Values.words',
          '.Values.table',
          '.Values.mixed',
          '.Values.nothing',
          'list 1 "b" nil',
          'dict "b" 1 "a" 2',
          'until 3',
          'int 2',
          'split "," "x,y"',
          'tuple 1 2 | reverse',
        ],
        random,
      );
      const from = isRoot ? over : over.replace(/^\.Values/, '$.Values');
      const header = oneOf([`range ${from}`, `range $i := ${from}`, `range $i, $e := ${from}`], random);
      const declared = header.match(/\$[ie]/g) ?? [];
      const inner = {
        ...scope,
        depth: depth - 1,
        isInLoop: true,
        isRoot: false,
        variables: [...variables, ...declared],
      };
      return {
        text: `${action(header)}# {{ . | toJson | quote }}\n${body(inner, 2)}${random() < 0.3 ? `{{ else }}none\n` : ''}${action('end')}`,
      };
    }
    case 8:
      return {
        text: `# {{ include "${oneOf(['h.one', 'h.two', 'h.text', 'h.dict'], random)}" $ | ${oneOf(['trim', 'indent 2', 'nindent 4', 'upper', 'fromYaml | toJson', 'sha256sum', 'b64enc', 'len'], random)} | quote }}\n`,
      };
    case 9:
      return { text: `# {{ template "${oneOf(['h.text', 'h.dict'], random)}" $ }}\n` };
    case 10:
      return {
        text: `# {{ tpl ${oneOf(['$.Values.drawn', '"{{ .Values.word | upper }}{{ .Values.nope }}"', '(toYaml $.Values.table)', '"{{ $x := 1 }}{{ $x }}{{ include `h.text` $ }}"', '"{{ define `own` }}o{{ end }}{{ template `own` }}"'], random)} $ | quote }}\n`,
      };
    case 11: {
      const table = `$t${below(2, random)}`;
      const key = oneOf(['"a"', '"b"', '"z"'], random);
      const write = oneOf(
        [
          `set ${table} ${key} ${value(scope)}`,
          `merge ${table} $.Values.other`,
          `mergeOverwrite ${table} (dict "a" nil "c" 1)`,
          `unset ${table} ${key}`,
          `pick ${table} ${key} "c"`,
          `omit ${table} ${key}`,
          `deepCopy ${table}`,
        ],
        random,
      );
      return {
        text: `{{ ${table} := deepCopy $.Values.table }}# {{ ${write} | toJson | quote }} {{ ${table} | toYaml | quote }}\n`,
        declared: table,
      };
    }
    default:
      return { text: `k${below(100, random)}: {{ ${value(scope)} | toJson | quote }}\n` };
  }
}

function condition(scope: Scope): string {
  return oneOf(conditions, scope.random)
    .replace(/VALUE/g, () => `(${value(scope)})`)
    .replace('.Values "', scope.isRoot ? '.Values "' : '$.Values "');
}

/** An expression; where the dot is something else, what it reads is read of the root. */
function value(scope: Scope): string {
  const { random, variables, isRoot, expressions } = scope;
  const roll = random();
  if (roll < 0.2 && variables.length > 0) return variables[below(variables.length, random)] ?? '$';
  if (roll < 0.3) return isRoot ? '.Release.Name' : '.';
  if (roll < 0.5) return `$.Values.${fields[below(fields.length, random)]}`;
  if (roll < 0.55)
    return oneOf(
      [
        '$.Chart.Name',
        '$.Release.Namespace',
        '$.Files.Get "f.txt"',
        '$.Capabilities.KubeVersion.Minor',
        '$.Values.global.g',
        '$.Values.sub',
        '$.Values.AsMap.word',
        '$.Values.drawn',
        '$.Chart.AppVersion',
        '$.Release.IsInstall',
        '$.Values.table.c.d',
        '$.Files.Lines "f.txt"',
        '$.Capabilities.APIVersions.Has "v1"',
      ],
      random,
    );
  if (roll < 0.57) return ofRoot(drawExpression(random, 2));
  return expressions[below(expressions.length, random)] ?? '1';
}
