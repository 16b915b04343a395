import { randomFrom } from '../../random';

/** A template that was drawn, with what its switches can be set to. */
export interface DrawnTemplate {
  readonly text: string;
  /** The values of each switch when it is on and when it is off, by its name. */
  readonly switches: ReadonlyMap<string, { readonly on: unknown; readonly off: unknown }>;
  /** True if it writes lines that nobody can know before it is rendered. */
  readonly holdsUnknown: boolean;
}

/** What every drawn template may include. */
export const helpers = `{{- define "drawn.name" -}}
shop
{{- end -}}
{{- define "drawn.limits" -}}
limits:
  memory: 64Mi
{{- end -}}
{{- define "drawn.context" -}}
allowPrivilegeEscalation: false
runAsNonRoot: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end -}}
`;

/** So many switches that all of their settings are still rendered. */
const mostSwitches = 5;

type Lines = readonly string[];

/**
 * Draws a template full of branches: around keys, items, mappings and whole containers, in all ways in which people write
 * them. No key stands twice in it, whatever the values are.
 *
 * @param seed the same one draws the same template
 * @param name what its values stand under
 */
export function drawTemplate(seed: number, name: string): DrawnTemplate {
  const draw = drawing(seed);
  const switches = new Map<string, { on: unknown; off: unknown }>();
  let holdsUnknown = false;
  // Inside of a loop the dot is something else.
  let isInLoop = false;
  const switchOf = (kind: 'flag' | 'list' | 'table' | 'mode'): string => {
    const known = [...switches.keys()].filter((key) => key.startsWith(kind));
    if (known.length > 0 && (switches.size >= mostSwitches || draw.chance(0.4))) return draw.of(known);
    if (switches.size >= mostSwitches) return '';
    const key = `${kind}${switches.size}`;
    const settings = {
      flag: { on: true, off: false },
      list: { on: ['a', 'b'], off: [] },
      table: { on: { size: 'big' }, off: {} },
      mode: { on: 'open', off: 'closed' },
    };
    switches.set(key, settings[kind]);
    return key;
  };

  const condition = (): string | undefined => {
    const kind = draw.of(['flag', 'flag', 'flag', 'table', 'mode'] as const);
    const key = switchOf(kind) || [...switches.keys()].find((known) => known.startsWith('flag'));
    if (!key) return undefined;
    const value = `$.Values.${name}.${key}`.slice(!isInLoop && draw.chance(0.5) ? 1 : 0);
    const asked = key.startsWith('mode') ? `eq ${value} "open"` : value;
    if (draw.chance(0.15)) return key.startsWith('mode') ? `ne ${value} "open"` : `not ${value}`;
    return asked;
  };

  /** Lines in a branch, in one of the ways that people write it. */
  const branch = (lines: Lines, otherwise?: Lines): Lines => {
    const asked = condition();
    if (asked === undefined || lines.length === 0) return lines;
    const [first = ''] = lines;
    const own = ' '.repeat(Math.max(0, first.search(/[^ ]/)));
    const style = draw.of([
      { open: '{{- ', behind: ' }}', close: '{{- ' },
      { open: '{{- ', behind: ' }}', close: '{{- ' },
      { open: '{{ ', behind: ' }}', close: '{{ ' },
      { open: '{{ ', behind: ' -}}', close: '{{- ' },
    ]);
    const indent = style.behind === ' }}' && draw.chance(0.2) ? flush : own;
    const opening = `${indent}${style.open}if ${asked}${style.behind}`;
    const end = `${indent}${style.close}end }}`;
    const other = otherwise && draw.chance(0.3) ? condition() : undefined;
    const between = other === undefined || other === asked ? 'else' : `else if ${other}`;
    return [opening, ...lines, ...(otherwise ? [`${indent}{{- ${between} }}`, ...otherwise] : []), end];
  };

  const maybe = (chance: number, lines: Lines, otherwise?: Lines): Lines =>
    draw.chance(chance) ? branch(lines, otherwise && draw.chance(0.4) ? otherwise : undefined) : lines;

  const indented = (lines: Lines, by: number): Lines => lines.map((line) => ' '.repeat(by) + line);

  /** Some of several blocks in any order, each perhaps in a branch. */
  const some = (blocks: readonly Lines[], chance: number, branched: number): Lines =>
    draw.shuffled(blocks.filter(() => draw.chance(chance))).flatMap((block) => maybe(branched, block));

  const capabilities = (): Lines => {
    const added = ['NET_ADMIN', 'SYS_PTRACE', 'NET_BIND_SERVICE', 'BPF'].filter(() => draw.chance(0.4));
    const add = added.flatMap((one) => maybe(0.3, [`    - ${one}`]));
    const drop = draw.chance(0.4) ? maybe(0.3, ['  drop:', `    - ${draw.of(['ALL', 'NET_RAW'])}`]) : [];
    const body = [...(add.length === 0 ? [] : ['  add:', ...add]), ...drop];
    return body.length === 0 ? [] : ['capabilities:', ...body];
  };

  const context = (): Lines => {
    if (draw.chance(0.08)) {
      holdsUnknown = true;
      return ['securityContext:', '  {{- include "drawn.context" . | nindent COLUMN }}'];
    }
    const body = some(
      [
        [`runAsUser: ${draw.of([0, 1000, 10001])}`],
        [`runAsNonRoot: ${draw.of(['true', 'true', 'false'])}`],
        [`allowPrivilegeEscalation: ${draw.of(['true', 'false'])}`],
        ['privileged: true'],
        [`readOnlyRootFilesystem: ${draw.of(['true', 'false'])}`],
        ['seccompProfile:', `  type: ${draw.of(['RuntimeDefault', 'Unconfined'])}`],
        capabilities(),
      ],
      0.35,
      0.45,
    );
    return body.length === 0 ? [] : ['securityContext:', ...indented(body, 2)];
  };

  const environment = (): Lines => {
    const list = draw.chance(0.3) ? switchOf('list') : '';
    const items = [
      ...maybe(0.3, ['  - name: MODE', '    value: "1"']),
      ...maybe(0.3, ['  - name: SIZE', '    value: "2"']),
      ...(list
        ? [`  {{- range $.Values.${name}.${list} }}`, '  - name: {{ . | quote }}', '    value: x', '  {{- end }}']
        : []),
    ];
    return ['env:', ...items];
  };

  const resources = (): Lines => {
    const table = draw.chance(0.3) ? switchOf('table') : '';
    if (table) {
      return [
        `{{- with $.Values.${name}.${table} }}`,
        'resources:',
        '  limits:',
        '    {{- dict "memory" "64Mi" | toYaml | nindent COLUMN }}',
        '{{- end }}',
      ];
    }
    return draw.chance(0.5)
      ? ['resources:', '  {{- include "drawn.limits" . | nindent COLUMN }}']
      : ['resources:', '  limits:', '    memory: 64Mi'];
  };

  const container = (title: string): Lines => {
    const rest = [
      ...draw
        .shuffled([
          ['image: registry.example.com/web:1.0'],
          ...(draw.chance(0.6) ? [maybe(0.4, context(), draw.chance(0.4) ? ['args: ["--root"]'] : undefined)] : []),
          ...(draw.chance(0.4) ? [maybe(0.3, environment())] : []),
          ...(draw.chance(0.4) ? [resources()] : []),
          ...(draw.chance(0.3) ? [maybe(0.5, ['ports:', '  - containerPort: 8080', '    hostPort: 80'])] : []),
        ])
        .flat(),
    ];
    return [`- name: ${title}`, ...indented(rest, 2)];
  };

  const containers = (): Lines => {
    const list = draw.chance(0.15) ? switchOf('list') : '';
    const inLoop = () => {
      isInLoop = true;
      const lines = container('worker-{{ . }}');
      isInLoop = false;
      return lines;
    };
    return [
      'containers:',
      ...indented(container('web'), 2),
      ...(draw.chance(0.5) ? maybe(0.4, indented(container('proxy'), 2)) : []),
      ...(list ? [`  {{- range $.Values.${name}.${list} }}`, ...indented(inLoop(), 2), '  {{- end }}'] : []),
    ];
  };

  const podContext = (): Lines => {
    const body = some(
      [
        [`runAsUser: ${draw.of([0, 1000])}`],
        [`runAsNonRoot: ${draw.of(['true', 'false'])}`],
        ['fsGroup: 2000'],
        ['seccompProfile:', '  type: RuntimeDefault'],
      ],
      0.5,
      0.4,
    );
    return body.length === 0 ? [] : ['securityContext:', ...indented(body, 2)];
  };

  const pod = (): Lines =>
    draw
      .shuffled([
        containers(),
        ...(draw.chance(0.5) ? [maybe(0.5, podContext(), ['automountServiceAccountToken: false'])] : []),
        ...(draw.chance(0.35) ? [maybe(0.6, ['hostNetwork: true', 'dnsPolicy: ClusterFirstWithHostNet'])] : []),
        ...(draw.chance(0.2) ? [maybe(0.6, ['hostPID: true'], ['hostPID: false'])] : []),
        ...(draw.chance(0.3) ? [maybe(0.6, ['imagePullSecrets:', '  - name: pull'])] : []),
        ...(draw.chance(0.3)
          ? [
              [
                'volumes:',
                ...maybe(0.4, ['  - name: logs', '    hostPath:', '      path: /var/log']),
                ...maybe(0.3, ['  - name: work', '    emptyDir: {}']),
              ],
            ]
          : []),
      ])
      .flat();

  const isPod = draw.chance(0.5);
  const head = [
    'metadata:',
    '  name: {{ include "drawn.name" . }}',
    ...maybe(0.2, ['  labels:', '    app: web']),
    'spec:',
  ];
  const body = isPod
    ? ['apiVersion: v1', 'kind: Pod', ...head, ...indented(pod(), 2)]
    : [
        ...['apiVersion: apps/v1', 'kind: Deployment', ...head, '  selector:', '    matchLabels:', '      app: web'],
        ...['  template:', '    metadata:', '      labels:', '        app: web', '    spec:', ...indented(pod(), 6)],
      ];
  const whole = maybe(0.1, body);
  const text = whole.map(withColumn).map(flushed).join('\n');
  return { text: `${text}\n`, switches, holdsUnknown };
}

/** `nindent` of a line that was moved. */
function withColumn(line: string): string {
  return line.replace('COLUMN', String(line.search(/\S/)));
}

/** Stands before an action that begins at column 0, however deep its lines stand. */
const flush = '\u0001';

function flushed(line: string): string {
  return line.slice(line.indexOf(flush) + 1);
}

interface Drawing {
  readonly chance: (probability: number) => boolean;
  readonly of: <Item>(items: readonly Item[]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
}

/** Random choices that are the same for the same seed. */
function drawing(seed: number): Drawing {
  const next = randomFrom(seed);
  return {
    chance: (probability) => next() < probability,
    of(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to draw from');
      return item;
    },
    shuffled(items) {
      return items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
    },
  };
}
