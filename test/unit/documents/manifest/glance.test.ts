import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isNoObject, mayHoldObject, sniff } from '../../../../server/documents/manifest/read/glance';
import { readDocument } from '../../../../server/lint/readDocument';
import { builtInWorkloadKinds } from '../../../../server/manifests/kinds/workloadKinds';
import { objectsOf } from '../../../../server/manifests/objects/objects';
import { podSpecsOf } from '../../../../server/manifests/pods/podSpec';
import { parseTree } from '../../../../server/yaml/read/tree';
import { maskedText } from '../../../../server/yaml/templates/templates';
import { optionsWith } from '../../lint/linting';

const sure = (apiVersion: string, kind: string) => ({ certain: true, apiVersions: [apiVersion], kinds: [kind] });
const unsure = { certain: false };

describe('sniffing at a document', () => {
  it('reads apiVersion and kind, in either order, with comments, quotes and spaces', () => {
    for (const text of [
      'apiVersion: apps/v1\nkind: Deployment\n',
      'kind: Deployment\napiVersion: apps/v1\n',
      '---\n# c\napiVersion: "apps/v1" # c\nkind:   \'Deployment\'\t# c\nspec: {}\n',
      '%YAML 1.2\n--- # c\r\n\r\napiVersion: apps/v1\r\nkind: Deployment\r\n',
      '\uFEFFapiVersion: apps/v1\nkind : Deployment',
      '...\n---\nmetadata:\n  kind: Pod\nkind: Deployment\napiVersion: apps/v1\n',
    ]) {
      assert.deepEqual(sniff(text), sure('apps/v1', 'Deployment'), text);
    }
  });

  it('lists every value that branches of a template may write', () => {
    assert.deepEqual(sniff('apiVersion: v1\nkind: Role\nkind: ClusterRole\n'), {
      certain: true,
      apiVersions: ['v1'],
      kinds: ['Role', 'ClusterRole'],
    });
  });

  it('gives up wherever a key or a value may be written in another way', () => {
    for (const text of [
      '{"apiVersion": "v1", "kind": "Pod"}\n',
      '--- {apiVersion: v1, kind: Pod}\n',
      '"apiVersion": v1\n"kind": Pod\n',
      "apiVersion: v1\n'kind': Pod\n",
      'apiVersion: v1\n? kind\n: Pod\n',
      '  apiVersion: v1\n  kind: Pod\n',
      'apiVersion: v1\nkind: &kind Pod\n',
      'apiVersion: v1\nkind: !!str Pod\n',
      'apiVersion: v1\nkind:\n  Pod\n',
      'apiVersion: v1\nkind: >-\n  Pod\n',
      'apiVersion: v1\n<<: *base\n',
      '&root\napiVersion: v1\nkind: Pod\n',
      '--- !!map\napiVersion: v1\nkind: Pod\n',
      'apiVersion: v1\nkind: "P\\u006fd"\n',
      '- apiVersion: v1\n  kind: Pod\n',
      `apiVersion: v1\nkind: ${maskedText('{{ .Values.kind }}').variants[0]}\n`,
    ]) {
      assert.deepEqual(sniff(text), unsure, text);
    }
  });

  it('knows what is no object before its templates are read, unless they may write one', () => {
    const values = '# Values\nname: a\nnested:\n  kind: Pod  # of an apiVersion\n';
    assert.equal(isNoObject(`${values}  text: "{{ .Values.x }}"\n`), true);
    assert.equal(isNoObject('name: a\n'), true);
    for (const text of [
      `${values}{{ include "kind" . }}\n`,
      `${values}{{ .key }}: Pod\n`,
      `${values}  labels: {{- include "a" . | nindent 0 }}\n`,
      `{{ if .a }}\n${values}{{ end }}\n`,
      `# {{ if .a }}\n${values}# {{ end }}\n`,
      `{{- /* a\ncomment */}}\n${values}`,
      `  ${values}`,
      `${values}  text: "{{ .x }}"\n"kind": Pod\n`,
      `${values}  text: "{{ .x }}"\u2028kind: Pod\u2028apiVersion: v1\n`,
      'name: {{ .a }}\nkind: Pod\napiVersion: v1\n',
    ]) {
      assert.equal(isNoObject(text), false, text);
    }
  });

  it('finds neither in other YAML', () => {
    assert.deepEqual(sniff('services:\n  web:\n    image: nginx\n'), { certain: true, apiVersions: [], kinds: [] });
    assert.equal(mayHoldObject('services: {}\n'), false);
    assert.equal(mayHoldObject('kind: Cluster\n'), false);
  });
});

describe('a workload, in whatever style it is written,', () => {
  const value = (text: string) =>
    fc.constantFrom(
      text,
      `"${text}"`,
      `'${text}'`,
      `${text}  # c`,
      `&a ${text}`,
      `!!str ${text}`,
      `\n  ${text}`,
      `>-\n  ${text}`,
    );
  const key = (text: string) => fc.constantFrom(text, text, text, `"${text}"`, `'${text}'`, `${text} `, `? ${text}\n`);
  const separator = fc.constantFrom(': ', ':   ', ':\t');
  const spec = fc.constantFrom(
    'spec:\n  containers: []',
    'spec: {containers: []}',
    '"spec":\n    containers:\n    - name: a',
  );
  const pair = (name: string, text: string) =>
    fc.tuple(key(name), separator, value(text)).map((parts) => parts.join(''));
  const block = fc
    .tuple(
      pair('apiVersion', 'v1'),
      pair('kind', 'Pod'),
      spec,
      fc.constantFrom('metadata:\n  name: web', '# c', 'a: b'),
    )
    .chain((parts) => fc.shuffledSubarray(parts, { minLength: 4 }))
    .map((parts) => `${parts.join('\n')}\n`);
  const indented = block.map((text) => text.replace(/^(?=.)/gm, '  '));
  const flow = fc.constantFrom(
    '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[]}}',
    '{\n  "kind": "Pod",\n  "apiVersion": "v1",\n  "spec": {"containers": []}\n}\n',
    '{kind: Pod, apiVersion: v1, spec: {containers: []}}\n',
    'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, spec: {containers: []}}\n',
    'apiVersion: v1\nkind: PodList\nitems:\n- spec: {containers: []}\n',
  );
  const head = fc.constantFrom(
    '',
    '---\n',
    '--- # c\n',
    '# c\n\n',
    '\uFEFF',
    '\uFEFF---\n',
    '%YAML 1.2\n---\n',
    '\n',
    '--- !!map\n',
  );
  const document = fc
    .tuple(head, fc.oneof(block, block, indented, flow), fc.boolean())
    .map(([start, body, isWindows]) => (isWindows ? (start + body).replace(/\n/g, '\r\n') : start + body));

  it('is parsed if the parser would read it as one', () => {
    const options = optionsWith();
    let workloads = 0;
    fc.assert(
      fc.property(document, (text) => {
        const parsed = parseTree(maskedText(text), 0, text);
        assert.equal(parsed.outcome, 'parsed');
        if (parsed.outcome !== 'parsed') return;
        if (
          !objectsOf(parsed.tree, builtInWorkloadKinds).some(
            (object) => podSpecsOf(object, builtInWorkloadKinds).length > 0,
          )
        )
          return;
        workloads++;
        assert.equal(readDocument({ name: '', text: text }, options).isParsed, true);
      }),
      { numRuns: 600 },
    );
    assert.ok(workloads > 300, `only ${workloads} of the texts are workloads`);
  });
});
