import assert from 'node:assert/strict';
import {
  isManifest,
  isTemplate,
  manifestAtCursor,
  namespacesOf,
} from '../../../../client/kubectl/manifest/manifestAtCursor';

/** The manifest at the mark `▮` of a text. */
function at(marked: string) {
  return manifestAtCursor(marked.replace('▮', ''), marked.indexOf('▮'));
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: app
          image: a
        - name: proxy
          securityContext:
            privil▮eged: true
`;

describe('the manifest at the cursor', () => {
  it('suggests kind, name, namespace, container and the field that kubectl explains', () => {
    assert.deepEqual(at(deployment), {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'web',
      namespace: 'shop',
      container: 'proxy',
      fieldPath: 'deployment.spec.template.spec.containers.securityContext.privileged',
    });
  });

  it('is the document that the cursor is in', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  na▮me: other\nspec:\n  containers:\n    - name: only\n';
    const found = at(`${deployment.replace('▮', '')}---\n${pod}`);
    assert.equal(found?.name, 'other');
    assert.equal(found?.container, 'only');
    assert.equal(found?.fieldPath, 'pod.metadata.name');
  });

  it('is read as far as broken text goes, and leaves out what a template fills in', () => {
    assert.equal(at('apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork▮: [\n')?.fieldPath, 'pod.spec.hostNetwork');
    assert.equal(at('apiVersion: v1\nkind: Pod\nmetadata:\n  name: "{{ .x }}"▮\n')?.name, undefined);
  });

  it('is none where there is no manifest', () => {
    assert.equal(at('services:\n  web:▮ {}\n'), undefined);
    assert.equal(at('▮'), undefined);
  });
});

describe('the namespaces of a text', () => {
  const object = (kind: string, namespace?: string) =>
    `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: a\n${namespace ? `  namespace: ${namespace}\n` : ''}`;

  it('are those that its documents name; kinds without one name none', () => {
    assert.deepEqual(namespacesOf([object('Pod', 'a'), object('ConfigMap', 'b'), object('Namespace')].join('---\n')), {
      named: ['a', 'b'],
      someNameNone: false,
    });
    assert.deepEqual(namespacesOf([object('Pod', 'a'), object('Pod')].join('---\n')), {
      named: ['a'],
      someNameNone: true,
    });
  });
});

describe('a text that kubectl can read', () => {
  it('has apiVersion and kind, and no template', () => {
    assert.ok(isManifest('kind: Pod\napiVersion: v1\n') && isManifest('{"apiVersion": "v1", "kind": "Pod"}'));
    assert.ok(!isManifest('kind: Pod\n') && !isManifest('a: 1\n') && !isManifest(''));
    assert.ok(isTemplate('name: {{ .Values.name }}') && isTemplate('{{- include "x" . }}'));
    assert.ok(!isTemplate('a: {b: {c: 1}}') && !isTemplate('template: "{{workflow}}"'));
  });
});
