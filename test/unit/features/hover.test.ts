import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hoverAt } from '../../../server/features/hover';
import { lint } from '../../../server/lint/lint';
import { containerFields } from '../../../server/manifests/fieldDocumentation/containerFields';
import { objectFields } from '../../../server/manifests/fieldDocumentation/objectFields';
import { podFields } from '../../../server/manifests/fieldDocumentation/podFields';
import { rules } from '../../../server/rules/catalogue';
import { optionsWith } from '../lint/linting';

const options = optionsWith(rules);

/** What is shown at the mark `¦` of a text; empty if nothing is. */
function shownAt(marked: string): string {
  const offset = marked.indexOf('¦');
  assert.ok(offset >= 0, 'the text has no mark');
  const shown = hoverAt(lint(marked.replace('¦', ''), options), offset)?.contents;
  return MarkupContent.is(shown) ? shown.value : '';
}

const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${spec}`;

describe('hover', () => {
  it('says what a field does, its default and the practice, on its key and on its value', () => {
    for (const line of ['  runtimeClass¦Name: gvisor', '  runtimeClassName: gv¦isor']) {
      assert.match(
        shownAt(pod(`${line}\n  containers: []\n`)),
        /^\*\*runtimeClassName\*\*: .+gVisor.+\n\nDefault: .+\./s,
      );
    }
  });

  it('tells a container’s field from a pod’s of the same name', () => {
    const text = pod(`  securityContext:
    runAsNonRoot: true
  containers:
    - name: a
      securityContext:
        runAsNonRoot: false
    - name: b
`);
    assert.match(shownAt(text.replace('runAsNonRoot: true', 'runAs¦NonRoot: true')), /for every container but `a`/);
    assert.match(
      shownAt(text.replace('runAsNonRoot: false', 'runAs¦NonRoot: false')),
      /the pod's `runAsNonRoot: true`/,
    );
  });

  it('says why a practice matters and how to mend it where one is broken', () => {
    const shown = shownAt(pod('  hostNetwork: t¦rue\n  containers: []\n'));
    assert.match(shown, /^\*\*hostNetwork\*\*: [\s\S]+\*\*.+\*\* · \[host-network\]\(https:/);
  });

  it('only names the practices where many are broken at once', () => {
    const text = pod('  containers:\n    - name: w¦eb\n      image: nginx\n');
    const shown = shownAt(text);
    assert.ok(
      shown.split('\n').every((line) => line === '---' || line.length < 300),
      shown,
    );
    assert.match(shown, /^- \*\*.+\*\* · \[.+\]\(https:.+\)\n- /m);
  });

  it('says what verbs of roles allow and what Pod Security labels do', () => {
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, esc¦alate]
`;
    assert.match(shownAt(role), /\*\*escalate\*\*: /);
    const capability = pod('  containers:\n    - securityContext: {capabilities: {add: [SYS_P¦TRACE]}}\n');
    assert.match(shownAt(capability), /^\*\*SYS_PTRACE\*\*: [A-Z]/);
    const namespace = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enf¦orce: baseline
`;
    assert.match(shownAt(namespace), /refused.+`baseline`/s);
  });

  it('is silent where nothing is known, between fields and in other YAML', () => {
    assert.equal(shownAt(pod('  unheardOf: va¦lue\n  containers: []\n')), '');
    assert.equal(shownAt(pod('  containers: []\n').replace('kind: Pod', '¦\nkind: Pod')), '');
    assert.equal(shownAt('services:\n  web:\n    ima¦ge: nginx\n'), '');
  });

  it('reads templates and finds fields behind other documents', () => {
    const text = `apiVersion: v1\nkind: Service\n---\n${pod('  hostPID: {{ .Values.hostPID }}\n  containers:\n    - image¦: a\n')}`;
    assert.match(shownAt(text), /^\*\*image\*\*/);
  });
});

describe('the documentation of fields', () => {
  const tables = { podFields, containerFields, ...objectFields };

  it('is whole sentences, short enough to be read at a glance', () => {
    for (const [name, table] of Object.entries(tables)) {
      for (const [path, { what, absent, practice }] of Object.entries(table)) {
        assert.match(what, /^.{10,260}[.]$/, `${name} ${path}`);
        if (absent !== undefined) assert.doesNotMatch(absent, /\.$/, `${name} ${path}`);
        if (practice !== undefined) assert.match(practice, /^\S.{2,200}$/, `${name} ${path}`);
      }
    }
  });
});
