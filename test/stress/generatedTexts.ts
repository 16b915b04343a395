import { below, oneOf, type Random } from '../random';

/** Writes a text of about a length that asks much of whoever reads it. */
type Generator = (length: number, random: Random) => string;

const pod = (rest: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n${rest}`;
const container = (rest: string) => pod(`  containers:\n    - name: app\n      image: app:1\n${rest}`);

/** Lines made one after the other until they are as long as asked for. */
function lines(length: number, line: (index: number) => string): string {
  const written: string[] = [];
  let size = 0;
  while (size < length) {
    const next = line(written.length);
    written.push(next);
    size += next.length + 1;
  }
  return `${written.join('\n')}\n`;
}

/** Items of a flow sequence, likewise. */
function flow(length: number, item: (index: number) => string): string {
  return `[${lines(length, item).trimEnd().replaceAll('\n', ', ')}]`;
}

const repeated = (length: number, piece: string) => piece.repeat(Math.ceil(length / piece.length));

const capability = (random: Random) =>
  oneOf(['SYS_ADMIN', 'NET_RAW', 'ALL', 'CHOWN', 'cap_sys_time', 'NOPE', 'null', '""'], random);
const nested = (length: number, open: string, close: string) => {
  const depth = Math.min(Math.floor(length / (open.length + close.length)), 5000);
  return open.repeat(depth) + close.repeat(depth);
};

/** Generators by what they write. */
export const generators: Readonly<Record<string, Generator>> = {
  'capabilities in a block': (length, random) =>
    container(
      `      securityContext:\n        capabilities:\n          add:\n${lines(length, () => `            - ${capability(random)}`)}`,
    ),
  'capabilities in flow style': (length, random) =>
    container(
      `      securityContext: {capabilities: {add: ${flow(length, () => capability(random))}, drop: ${flow(length / 9, () => capability(random))}}}\n`,
    ),
  'names in one silence': (length) =>
    `# seaworthy-ignore-file ${flow(length, (index) => `rule-${index}`).slice(1, -1)}\n${pod('  hostPID: true\n')}`,
  'one name many times in a silence': (length) =>
    container(
      `      # seaworthy-ignore-next-line ${flow(length, () => 'privileged-container').slice(1, -1)} -- why\n      securityContext: {privileged: true}\n`,
    ),
  'many silences': (length) =>
    container(lines(length, (index) => `      # seaworthy-ignore-next-line host-pid, rule-${index}`)),
  'an annotation of many rules': (length) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    seaworthy.dev/ignore: ${flow(length, (index) => (index % 2 ? 'host-pid' : `r${index}`)).slice(1, -1)}\nspec: {hostPID: true}\n`,
  'silences of other tools': (length) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n${lines(length, (index) => `    checkov.io/skip${index}: CKV_K8S_${index % 40}=why`)}spec: {hostPID: true}\n`,
  'aliases of one anchor': (length) =>
    `${container('      securityContext: &a {privileged: true}\n')}${lines(length, (index) => `    - {name: c${index}, image: a, securityContext: *a}`)}`,
  'anchors of anchors': (length) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\na0: &a0 [x, x, x, x, x, x, x, x, x]\n${lines(length, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)}`,
  'merges of merges': (length) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nm0: &m0 {privileged: true}\n${lines(length, (index) => `m${index + 1}: &m${index + 1} {<<: *m${index}, k${index}: v}`)}spec: {containers: [{name: a, securityContext: {<<: *m1}}]}\n`,
  'one key in many branches': (length) =>
    container(
      `      securityContext:\n${lines(length, (index) => `        {{- if .Values.a${index} }}\n        privileged: true\n        {{- else }}\n        privileged: false\n        {{- end }}`)}`,
    ),
  'branches in branches': (length) => {
    const depth = Math.floor(length / 60);
    return container(
      `${lines(depth * 25, (index) => `      {{- if .Values.a${index} }}`)}      tty: true\n${lines(depth * 16, () => '      {{- end }}')}`,
    );
  },
  'else after else': (length) =>
    container(
      `      {{- if .a }}\n      tty: true\n${lines(length, (index) => `      {{- else if .Values.b${index} }}\n      tty: true\n      securityContext: {privileged: true}`)}      {{- end }}\n`,
    ),
  'variables everywhere': (length) =>
    container(
      `      env:\n${lines(length, (index) => `        - {name: E${index}, value: "{{ .Values.e${index} }}-\${E${index}}"}`)}`,
    ),
  'template actions on one line': (length) => `${pod('')}x: ${repeated(length, '{{ .a }}')}\n`,
  'open template actions': (length) => `${pod('')}${repeated(length, '{{ if ')}\n`,
  'template comments': (length) => `${pod('')}${repeated(length, '{{/* a */}}\n')}`,
  containers: (length, random) =>
    pod(
      `  containers:\n${lines(length, (index) => `    - name: c${index}\n      image: nginx${oneOf(['', ':latest', ':1'], random)}\n      securityContext: {privileged: true, capabilities: {add: [SYS_ADMIN]}}`)}`,
    ),
  'containers of one name': (length) =>
    pod(
      `  containers:\n${lines(length, () => '    - {name: a, image: a, ports: [{hostPort: 80, containerPort: 80}]}')}`,
    ),
  'environment variables': (length) =>
    container(
      `      env:\n${lines(length, (index) => `        - {name: DB_PASSWORD_${index}, value: S3cr3t${index}x9}`)}`,
    ),
  'volumes and mounts': (length) =>
    `${container(`      volumeMounts:\n${lines(length / 2, (index) => `        - {name: v${index}, mountPath: /var/v${index}}`)}`)}  volumes:\n${lines(length / 2, (index) => `    - {name: v${index}, hostPath: {path: /etc/v${index}}}`)}`,
  ports: (length) =>
    container(
      `      ports:\n${lines(length, (index) => `        - {containerPort: ${index % 70000}, hostPort: ${index}, name: p${index}}`)}`,
    ),
  sysctls: (length) =>
    pod(
      `  securityContext:\n    sysctls:\n${lines(length, (index) => `      - {name: net.core.x${index}, value: "1"}`)}  containers: [{name: a, image: b}]\n`,
    ),
  'pods in documents': (length) =>
    lines(
      length,
      (index) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\nspec: {hostPID: true, containers: [{name: a, image: b}]}`,
    ),
  'pods in a List': (length) =>
    `apiVersion: v1\nkind: List\nitems:\n${lines(length, (index) => `- {apiVersion: v1, kind: Pod, metadata: {name: p${index}}, spec: {hostPID: true, containers: [{name: a, image: b}]}}`)}`,
  'services and what they select': (length) =>
    lines(
      length,
      (index) =>
        `---\napiVersion: v1\nkind: Service\nmetadata: {name: s${index}}\nspec: {selector: {app: a${index}}, ports: [{port: 80, targetPort: http}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${index}}\nspec: {selector: {matchLabels: {app: a${index}}}, template: {metadata: {labels: {app: a${index}}}, spec: {serviceAccountName: x${index}, containers: [{name: a, image: b}]}}}`,
    ),
  'accounts, roles and bindings': (length) =>
    lines(
      length,
      (index) =>
        `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b${index}}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r${index % 3}}\nsubjects: [{kind: ServiceAccount, name: a${index % 5}, namespace: x}]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r${index}}\nrules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, namespace: x}\nspec: {serviceAccountName: a${index}, containers: [{name: a, image: b}]}`,
    ),
  'verbs and resources of a role': (length, random) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r}\nrules:\n- apiGroups: ["", apps]\n  resources: ${flow(length / 2, () => oneOf(['pods', 'secrets', 'pods/exec', '"*"', 'nodes'], random))}\n  verbs: ${flow(length / 2, () => oneOf(['get', 'create', '"*"', 'bind', 'escalate'], random))}\n`,
  'rules of a role': (length) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules:\n${lines(length, (index) => `- {apiGroups: [""], resources: [secrets, r${index}], verbs: [get, "*"]}`)}`,
  'network policies': (length) =>
    lines(
      length,
      (index) =>
        `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n${index}}\nspec: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}`,
    ),
  'labels and selectors': (length) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  selector: {matchLabels: {${flow(length / 2, (index) => `l${index}: v`).slice(1, -1)}}}\n  template:\n    metadata: {labels: {${flow(length / 2, (index) => `l${index}: v`).slice(1, -1)}}}\n    spec: {containers: [{name: a, image: b}]}\n`,
  'keys of a ConfigMap': (length) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n${lines(length, (index) => `  key-${index}: password=hunter${index}`)}`,
  'one key many times': (length) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n${lines(length, () => '  key: value')}`,
  'a long script': (length) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  run.sh: |\n${lines(length, (index) => `    export TOKEN_${index}=$(curl -u admin:s3cr3t${index} https://user:pass@host/)`)}`,
  'a long word': (length, random) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: "${repeated(length, oneOf(['a', '/', '=', 'eyJ', ':@', '-----BEGIN ', 'AKIA', '$(', '{', ' -p', 'token=', 'a.', '\\u0041', "''"], random))}"}\n`,
  'a long argument': (length, random) =>
    container(
      `      args: ["${repeated(length, oneOf(['--', '-p ', '=', 'password ', '${', '://', '@', ' a', '&& '], random))}"]\n`,
    ),
  'a long name': (length) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${repeated(length, 'a-')}}\nspec: {hostPID: true, containers: [{name: a, image: ${repeated(length, 'r/')}}]}\n`,
  'flow in flow': (length) => `${pod('')}x: ${nested(length, '[', ']')}\n`,
  'mappings in flow': (length) => `${pod('')}x: ${nested(length, '{a: ', '}')}\n`,
  'open brackets': (length, random) =>
    `${pod('')}x: ${repeated(length, oneOf(['[', '{', '{a: ', '[{', '["', '&a [', '!!str '], random))}\n`,
  'blocks in blocks': (length) =>
    `${pod('')}${lines(length, (index) => `${' '.repeat(Math.min(index, 150))}k${index}:`)}`,
  'dashes in dashes': (length) => `${pod('')}x:\n${lines(length, () => repeated(100, '- '))}`,
  'only separators': (length) => repeated(length, '---\n'),
  'only comments': (length) => lines(length, (index) => `# seaworthy-ignore host-pid ${index}`),
  'tabs and spaces': (length, random) =>
    `${pod('')}${lines(length, () => oneOf(['\tx: y', '  \t- z', ' : ', '? a', '? ', '- - - ', '%TAG', '|', '>-', '"', "'"], random))}`,
  'open quotes': (length, random) =>
    `${pod('')}${lines(length, (index) => `k${index}: ${oneOf(['"', "'", '|', '>', '@', '`', '*a', '&', '!<'], random)}x`)}`,
  'JSON pods': (length) =>
    `{"apiVersion": "v1", "kind": "List", "items": [${lines(
      length,
      (index) =>
        `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p${index}"}, "spec": {"hostPID": true, "containers": [{"name": "a", "image": "b"}]}}`,
    )
      .trimEnd()
      .replaceAll('\n', ',\n')}]}`,
  'JSON with keys twice': (length) =>
    `{"apiVersion": "v1", "kind": "Pod", ${lines(length, () => '"spec": {"hostPID": true}')
      .trimEnd()
      .replaceAll('\n', ',')}}`,
  'kinds one cannot know': (length) =>
    lines(
      length,
      (index) => `---\napiVersion: {{ .a }}/v${index}\nkind: {{ .k }}\nspec: {template: {spec: {hostPID: true}}}`,
    ),
  'line ends of all sorts': (length, random) =>
    container(
      `      env:\n${repeated(length, oneOf(['        - {name: A, value: b}\r', '        - {name: A, value: b}\r\n', '        # c\u2028', '        - {name: "\u0085"}\n'], random))}`,
    ),
};

/** The names of the generators. */
export const generatorNames = Object.keys(generators);

/** A generated text with another's part in it, or a part of it missing, twice or elsewhere. */
export function mutated(text: string, other: string, random: Random): string {
  let result = text;
  for (let change = below(6, random); change >= 0; change--) {
    const start = below(result.length + 1, random);
    const end = Math.min(result.length, start + below(oneOf([3, 40, 400], random), random));
    const piece = result.slice(start, end);
    const from = below(other.length, random);
    const replacement = oneOf(
      [
        '',
        piece + piece,
        other.slice(from, from + below(200, random)),
        oneOf(['{{ ', ' }}', '"', '\n', '\t', ': ', '- ', '#', '[', '}', '\r', '&a ', '*a', '<<: '], random),
      ],
      random,
    );
    result = result.slice(0, start) + replacement + result.slice(end);
  }
  return result;
}
