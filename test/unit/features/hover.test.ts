import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { describedAt } from '../../../server/editing/editing';
import { hoverAt } from '../../../server/features/hover';
import { lint } from '../../../server/lint/lint';
import { containerFields } from '../../../server/manifests/fieldDocumentation/containerFields';
import { metadataFields, objectFields } from '../../../server/manifests/fieldDocumentation/objectFields';
import { podFields } from '../../../server/manifests/fieldDocumentation/podFields';
import { rules } from '../../../server/rules/catalogue';
import { optionsWith } from '../lint/linting';

const options = optionsWith(rules);

/** What is shown at the mark `¦` of a text; empty if nothing is. */
function shownAt(marked: string): string {
  const offset = marked.indexOf('¦');
  assert.ok(offset >= 0, 'the text has no mark');
  const shown = hoverAt(lint(marked.replace('¦', ''), options), offset, undefined, describedAt)?.contents;
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

  it('says from which release on a field works without a feature gate', () => {
    const volumes =
      '  volumes:\n    - name: model\n      ima¦ge:\n        reference: registry.example.com/model:1.0.0\n';
    assert.match(shownAt(pod(`  containers: []\n${volumes}`)), /Since Kubernetes 1\.35\./);
    const procMount = '    - name: web\n      securityContext:\n        proc¦Mount: Default\n';
    assert.match(shownAt(pod(`  containers:\n${procMount}`)), /Since Kubernetes 1\.33\./);
  });

  it('knows which probes can have a grace period of their own', () => {
    const grace = (probe: string) =>
      shownAt(pod(`  containers:\n    - name: web\n      ${probe}:\n        terminationGrace¦PeriodSeconds: 5\n`));
    assert.match(grace('livenessProbe'), /Since Kubernetes 1\.25\./);
    assert.match(grace('startupProbe'), /Since Kubernetes 1\.25\./);
    assert.doesNotMatch(grace('readinessProbe'), /terminationGracePeriodSeconds/);
  });

  it('says why a practice matters and how to mend it where one is broken', () => {
    const shown = shownAt(pod('  hostNetwork: t¦rue\n  containers: []\n'));
    assert.match(shown, /^\*\*hostNetwork\*\*: [\s\S]+\*\*.+\*\* · \[host-network\]\(https:/);
  });

  it('names the practices where many are broken at once, each with its link and a sentence of why', () => {
    const text = pod('  containers:\n    - name: w¦eb\n      image: nginx\n');
    const shown = shownAt(text);
    assert.ok(
      shown.split('\n').every((line) => line === '---' || line.length < 300),
      shown,
    );
    assert.match(shown, /^- \*\*.+\*\* · \[.+\]\(https:.+\) {2}\n {2}[A-Z].+\.\n- /m);
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

  it('says of a container’s security context what is in force, and whose word it is', () => {
    const shown = shownAt(
      pod(`  securityContext:
    runAsNonRoot: true
    seccompProfile: {type: RuntimeDefault}
  containers:
    - name: a
      security¦Context:
        runAsUser: 10001
`),
    );
    assert.match(
      shown,
      /^In force: `runAsNonRoot: true`, `seccompProfile: RuntimeDefault` from the pod; `runAsUser: 10001` of its own\.$/m,
    );
    const without = pod('  securityContext: {runAsNonRoot: true}\n  containers:\n    - name: we¦b\n');
    assert.match(shownAt(without), /^In force: `runAsNonRoot: true` from the pod\.$/m);
    const profile = pod(`  securityContext:
    seccompProfile: {type: RuntimeDefault}
  containers:
    - name: a
      securityContext: {seccompProfile: {ty¦pe: Unconfined}}
`);
    assert.match(shownAt(profile), /In place of the pod's `seccompProfile: RuntimeDefault`/);
  });

  it('says whether the token is mounted, and who says so', () => {
    const account = (says: string) => `---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n${says}`;
    const web = pod('  serviceAccount¦Name: web\n  containers: []\n');
    assert.match(
      shownAt(web + account('automountServiceAccountToken: false\n')),
      /token of `web` is not mounted, as the ServiceAccount `web` says/,
    );
    assert.match(shownAt(web + account('')), /token of `web` is mounted, as nobody says otherwise/);
    const elsewhereAccount = lint(account('automountServiceAccountToken: false\n'), options);
    const facts = elsewhereAccount.documents.flatMap(({ document }) => document.reading.facts);
    const surroundings = {
      reach: 'workspace' as const,
      beside: () => facts,
      possible: () => ({ written: [], rendered: [] }),
      placeOf: () => undefined,
    };
    const elsewhere = hoverAt(lint(web.replace('¦', ''), options, undefined, surroundings), web.indexOf('¦'))?.contents;
    assert.ok(
      MarkupContent.is(elsewhere) && elsewhere.value.includes('is not mounted, as the ServiceAccount `web` says'),
    );
    const own = web.replace('containers', 'automountServiceAccountToken: true\n  containers');
    assert.match(shownAt(own), /is mounted, as the pod says/);
  });

  it('says that a limit is the request too where none is written', () => {
    const limited = pod('  containers:\n    - name: a\n      resources: {limits: {mem¦ory: 1Gi}}\n');
    assert.match(shownAt(limited), /It is the request too/);
  });

  it('says what sysctls, resources of roles and levels of Pod Security mean', () => {
    const sysctl = pod('  securityContext:\n    sysctls: [{name: net.ipv4.tcp_sync¦ookies, value: "1"}]\n');
    assert.match(shownAt(sysctl), /^\*\*net\.ipv4\.tcp_syncookies\*\*: .+SYN cookies/);
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nrules:\n  - apiGroups: [""]\n    resources: [pods/ex¦ec]\n';
    assert.match(shownAt(role), /^\*\*pods\/exec\*\*: Runs commands in containers.+run commands in pods/s);
    const namespace =
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    pod-security.kubernetes.io/warn: restr¦icted\n';
    assert.match(shownAt(namespace), /^\*\*restricted\*\*: .+seccomp/);
  });

  it('says what system calls do in profiles of nodes and of the Security Profiles Operator', () => {
    const profile =
      '{"defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{"names": ["mou¦nt"], "action": "SCMP_ACT_ALLOW"}]}';
    assert.equal(shownAt(profile), '**mount**: Mounts a file system; needs SYS_ADMIN. `RuntimeDefault` refuses it.');
    const object =
      'apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nspec:\n  syscalls:\n    - names:\n        - acce¦pt4\n';
    assert.match(shownAt(object), /^\*\*accept4\*\*: Takes a connection/);
    assert.equal(shownAt(profile.replace('defaultAction', 'def¦aultAction').replace('mou¦nt', 'mount')), '');
  });

  it('is shown for whatever any rule reports', () => {
    for (const rule of rules) {
      const linted = lint(rule.bad, optionsWith([rule], true));
      for (const { start, document } of linted.documents) {
        for (const { range } of document.findings) {
          for (const at of [range.start, range.end]) {
            const shown = hoverAt(linted, start + at)?.contents;
            assert.ok(MarkupContent.is(shown) && shown.value.includes(rule.id), `${rule.id} at ${at}`);
          }
        }
      }
    }
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
  const tables = { podFields, containerFields, metadataFields, ...objectFields };

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
