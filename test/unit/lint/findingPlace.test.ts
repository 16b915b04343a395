import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { lint } from '../../../server/lint/lint';
import { shownObjectField } from '../../../server/lint/objectField';
import { shownText } from '../../../server/manifests/secrets/hideSecrets';
import { rules } from '../../../server/rules/catalogue';
import { optionsOf } from '../workspace/objects/indexing';

/** The places of what a rule finds in a text. */
function placesOf(text: string, rule: string) {
  return lint(text, optionsOf()).documents.flatMap(({ document }) =>
    document.findings
      .filter((finding) => finding.rule.id === rule)
      .map((finding) => shownObjectField(finding, shown(document.text))),
  );
}

/** A text that holds no secret. */
const shown = (text: string) => shownText(text, [], []);

const privileged = (indent = '') =>
  [
    'spec:',
    '  containers:',
    '    - name: a',
    '      image: a:1',
    '    - name: web',
    '      image: web:1',
    '      securityContext: { privileged: true }',
    '',
  ]
    .join('\n')
    .replace(/^(?=.)/gm, indent);
const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\n${privileged()}`;
const shopPod = { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web' };
const field = 'spec.containers[1].securityContext.privileged';

describe('The place of a finding', () => {
  it('is an object and the way from it to the field, items counted from 0', () => {
    assert.deepEqual(placesOf(pod, 'privileged-container'), [{ object: shopPod, field }]);
  });

  it('begins at the object in a List, in a JSON stream, and in an object that holds others', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: { name: web, namespace: shop }\n${privileged('    ')}`;
    assert.deepEqual(placesOf(list, 'privileged-container'), [{ object: shopPod, field }]);
    const asJson = JSON.stringify(parseAllDocuments(pod)[0]?.toJS());
    assert.deepEqual(
      placesOf(`${asJson}\n${asJson}`, 'privileged-container').map((place) => place.field),
      [field, field],
    );
    const template = `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: { name: t }\nobjects:\n  - apiVersion: v1\n    kind: Pod\n    metadata: { name: web, namespace: shop }\n${privileged('    ')}`;
    assert.deepEqual(placesOf(template, 'privileged-container'), [{ object: shopPod, field }]);
  });

  it('is the way that something missing would have', () => {
    const [missing] = placesOf(pod, 'read-only-root-filesystem');
    assert.equal(missing?.field, 'spec.containers[0].securityContext.readOnlyRootFilesystem');
  });

  it('quotes keys with other letters', () => {
    const namespace =
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: privileged\n';
    assert.deepEqual(placesOf(namespace, 'namespace-pod-security')[0], {
      object: { apiVersion: 'v1', kind: 'Namespace', namespace: null, name: 'shop' },
      field: "metadata.labels['pod-security.kubernetes.io/enforce']",
    });
  });

  it('is null where an object says nothing, or a template writes it', () => {
    const templated = pod.replace(
      '{ name: web, namespace: shop }',
      '\n  name: {{ .Values.name }}\n  generateName: web-',
    );
    assert.deepEqual(placesOf(templated, 'privileged-container')[0]?.object, {
      ...shopPod,
      namespace: null,
      name: null,
    });
  });

  it('is nowhere for a fault of the text itself', () => {
    assert.deepEqual(placesOf(`${pod}  [\n`, 'yaml-syntax')[0], { object: null, field: null });
  });

  it('leads to what is written, as far as it is, in the examples of all rules', () => {
    let count = 0;
    for (const { id, bad } of rules) {
      for (const { document } of lint(bad, optionsOf()).documents) {
        if (document.text.includes('{{')) continue;
        const root: unknown = parseAllDocuments(document.text)[0]?.toJS();
        for (const finding of document.findings) {
          const place = shownObjectField(finding, shown(document.text));
          if (place.field === null || !finding.at?.key || finding.at.isShared) continue;
          count++;
          assert.ok(isWritten(root, place.field), `${id}: ${finding.rule.id} ${place.field}`);
        }
      }
    }
    assert.ok(count > 300, `${count} places`);
  });
});

/** Whether something stands at a way from an object, or from one that it holds. */
function isWritten(root: unknown, way: string): boolean {
  const steps = [...way.matchAll(/\[(\d+)\]|\['((?:\\.|[^'\\])*)'\]|([^.[]+)/g)].map(
    ([, index, quoted, plain = '']) => index ?? quoted?.replace(/\\(.)/g, '$1') ?? plain,
  );
  const holds = (value: unknown): boolean => {
    let at: unknown = value;
    for (const step of steps) {
      if (typeof at !== 'object' || at === null || !(step in at)) return false;
      at = Reflect.get(at, step);
    }
    return true;
  };
  const held = (value: unknown): boolean =>
    holds(value) || (typeof value === 'object' && value !== null && Object.values(value).some(held));
  return held(root);
}
