import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-types';
import { definitionsOf, type OpenText, referencesTo } from '../../../server/features/references';
import { lint } from '../../../server/lint/lint';
import { optionsWith } from '../lint/linting';

const options = optionsWith();

const mark = '¦';

/** The lines, from 1, that are found from the mark; those of other files with the file's name. */
function found(
  find: (open: readonly OpenText[], uri: string, offset: number) => Location[],
  marked: string,
  others: Readonly<Record<string, string>> = {},
): string[] {
  const offset = marked.indexOf(mark);
  assert.ok(offset >= 0, 'the text has no mark');
  const texts = { main: marked.replace(mark, ''), ...others };
  const open = Object.entries(texts).map(([uri, text]) => ({ uri, linted: lint(text, options) }));
  return find(open, 'main', offset)
    .map(({ uri, range }) => `${uri === 'main' ? '' : `${uri} `}${range.start.line + 1}`)
    .sort();
}

const usesOf = (open: readonly OpenText[], uri: string, offset: number) => referencesTo(open, uri, offset, false);

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: a
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        httpGet: {port: http}
      envFrom:
        - configMapRef: {name: settings}
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      secret: {secretName: keys}
`;
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`;
const service = (app: string) => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: ${app}}
  ports:
    - port: 80
      targetPort: http
`;

describe('going to a definition', () => {
  it('leads from a name to the object, in this file and in others that are open', () => {
    const asked = pod.replace('serviceAccountName: web', `serviceAccountName: w${mark}eb`);
    assert.deepEqual(found(definitionsOf, asked), []);
    assert.deepEqual(found(definitionsOf, `${asked}---\n${account}`), ['28']);
    assert.deepEqual(found(definitionsOf, asked, { other: account }), ['other 4']);
    const elsewhere = account.replace('name: web', 'name: web\n  namespace: other');
    assert.deepEqual(
      found(definitionsOf, asked.replace('  name: web', '  namespace: shop\n  name: web'), { other: elsewhere }),
      [],
    );
  });

  it('leads from a mount to its volume and from a probe to its port, within one pod', () => {
    const both = `---\n${pod.replace('name: web', 'name: api')}`;
    assert.deepEqual(
      found(definitionsOf, pod.replace('- name: data\n          m', `- name: da${mark}ta\n          m`) + both),
      ['22'],
    );
    assert.deepEqual(found(definitionsOf, pod.replace('port: http', `port: ht${mark}tp`) + both), ['12']);
  });

  it('leads from a Service to the port of the pods that it selects', () => {
    const asked = (app: string) => service(app).replace('targetPort: http', `targetPort: ht${mark}tp`);
    assert.deepEqual(found(definitionsOf, `${asked('web')}---\n${pod}`), ['22']);
    assert.deepEqual(found(definitionsOf, `${asked('api')}---\n${pod}`), []);
  });

  it('leads from a binding to its role', () => {
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: reader
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: rea${mark}der
`;
    assert.deepEqual(found(definitionsOf, role), ['4']);
  });

  it('leads nowhere from what names nothing', () => {
    assert.deepEqual(found(definitionsOf, pod.replace('image: a', `image: a${mark}`)), []);
  });
});

describe('finding references', () => {
  it('shows every use of an object', () => {
    const asked = account.replace('name: web', `name: we${mark}b`);
    assert.deepEqual(found(usesOf, `${asked}---\n${pod}`, { other: pod }), ['12', 'other 7']);
  });

  it('shows the uses of a port: probes of its pod and Services that select it', () => {
    const asked = pod.replace('- name: http', `- name: ht${mark}tp`);
    assert.deepEqual(found(usesOf, `${asked}---\n${service('web')}---\n${service('api')}`), ['15', '33']);
  });
});
