import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { linuxCapabilities } from '../../../../server/manifests/linux/linuxCapabilities';
import { chosenAt, inContainer, inPod, labelsAt, offeredAt } from './completing';

const capabilities = (lines: string) =>
  inContainer(`securityContext:\n  capabilities:\n${lines.replace(/^(?=.)/gm, '    ')}`);

describe('Completion of capabilities', () => {
  it('begins with ALL in drop, whatever of the list is there', async () => {
    for (const lines of [
      'drop:\n  - ¦',
      'drop:\n  ¦',
      'drop: [¦]',
      'drop: [¦',
      'drop: ["¦"]',
      'drop:\n  - A¦\nadd: []',
      'drop:\n- ¦',
    ]) {
      const labels = await labelsAt(capabilities(lines));
      assert.equal(labels[0], 'ALL', lines);
      assert.equal(labels.length, linuxCapabilities.length + 1, lines);
    }
    assert.equal(await chosenAt(capabilities('drop:\n  ¦'), 'ALL'), '                - ALL');
    assert.equal(await chosenAt(capabilities('drop: ["¦'), 'ALL'), '              drop: ["ALL"');
  });

  it('begins in add with what the levels of Pod Security take, and marks the rest', async () => {
    const items = await offeredAt(capabilities('add:\n  - ¦'));
    assert.equal(items[0]?.label, 'NET_BIND_SERVICE');
    assert.equal(items[0].labelDetails, undefined);
    const noteOf = (label: string) => items.find((item) => item.label === label)?.labelDetails?.description;
    assert.equal(noteOf('CHOWN'), 'Not at restricted');
    assert.equal(noteOf('NET_RAW'), 'Not at baseline');
    assert.equal(items.at(-1)?.label, 'ALL');
  });

  it('says of each what it permits, and leaves out what is there', async () => {
    const items = await offeredAt(capabilities('add: [CHOWN, "NET_ADMIN", ¦]'));
    assert.ok(!items.some(({ label }) => label === 'CHOWN' || label === 'NET_ADMIN'));
    for (const { label, documentation } of items) {
      assert.ok(MarkupContent.is(documentation) && /^[A-Z].{10,160}\.$/.test(documentation.value), label);
    }
    assert.equal(
      await chosenAt(capabilities('add: [CHOWN, "NET_ADMIN", ¦]'), 'SYS_TIME'),
      '              add: [CHOWN, "NET_ADMIN", "SYS_TIME"]',
    );
  });
});

describe('Completion of profiles', () => {
  const profiles = [
    { sort: 'seccomp', name: 'profiles/web.json', path: 'node/seccomp/profiles/web.json' },
    { sort: 'AppArmor', name: 'k8s-web', path: 'node/apparmor.d/k8s-web' },
  ] as const;

  it('knows their types, the runtime’s own first', async () => {
    for (const field of ['seccompProfile', 'appArmorProfile']) {
      const expected = ['RuntimeDefault', 'Localhost', 'Unconfined'];
      assert.deepEqual(await labelsAt(inPod(`securityContext:\n  ${field}:\n    type: ¦`)), expected);
      assert.deepEqual(await labelsAt(inContainer(`securityContext: {${field}: {type: Run¦}}`)), expected);
    }
  });

  it('finds those of the workspace and of the Security Profiles Operator', async () => {
    const text = inPod('securityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: ¦');
    const open = [
      'apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nmetadata:\n  name: api\n  namespace: shop\n',
    ];
    assert.deepEqual(await labelsAt(text, { profiles, open }), ['profiles/web.json', 'operator/shop/api.json']);
    const appArmor = inContainer('securityContext:\n  appArmorProfile:\n    localhostProfile: "¦"');
    assert.deepEqual(await labelsAt(appArmor, { profiles }), ['k8s-web']);
    const annotation = inPod('').replace(
      'name: web\n',
      'name: web\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/web: ¦\n',
    );
    assert.deepEqual(await labelsAt(annotation, { profiles }), ['runtime/default', 'localhost/k8s-web', 'unconfined']);
  });
});

describe('Completion of system calls', () => {
  it('knows all of them in profiles of the Security Profiles Operator', async () => {
    const items = await offeredAt(
      'apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nspec:\n  syscalls:\n    - names: [read, ¦]\n',
    );
    assert.ok(items.length > 350 && !items.some(({ label }) => label === 'read'));
    const mount = items.find(({ label }) => label === 'mount');
    assert.equal(mount?.labelDetails?.description, 'Not in RuntimeDefault');
  });

  it('knows them and their actions in the profiles of nodes', async () => {
    const profile =
      '{\n  "defaultAction": "SCMP_ACT_ERRNO",\n  "syscalls": [{"names": ["read", ¦], "action": "SCMP_ACT_ALLOW"}]\n}\n';
    assert.ok((await labelsAt(profile)).includes('write'));
    assert.equal((await chosenAt(profile, 'write'))?.includes('["read", "write"]'), true);
    assert.ok((await labelsAt(profile.replace('¦', '').replace('SCMP_ACT_ALLOW', '¦'))).includes('SCMP_ACT_LOG'));
    assert.deepEqual(await labelsAt('{"names": ["¦"]}'), []);
  });
});

describe('Completion of sysctls', () => {
  it('begins with the safe ones of the configured release', async () => {
    const text = inPod('securityContext:\n  sysctls:\n    - name: ¦');
    const noteOf = async (label: string, kubernetesVersion: number) => {
      const items = await offeredAt(text, { kubernetesVersion });
      const notes = items.map(({ labelDetails }) => labelDetails?.description ?? '');
      const index = items.findIndex((item) => item.label === label);
      return [index < notes.findIndex((note) => !/^(?:Safe|Since)/.test(note)), notes[index]];
    };
    assert.deepEqual(await noteOf('net.ipv4.tcp_rmem', 37), [true, 'Since 1.32']);
    assert.deepEqual(await noteOf('net.ipv4.tcp_rmem', 30), [false, 'From 1.32']);
    assert.deepEqual(await noteOf('net.core.somaxconn', 37), [false, 'Unsafe']);
    assert.equal(
      await chosenAt(inPod('securityContext:\n  sysctls: [{name: net.ipv¦}]'), 'kernel.sem'),
      '    sysctls: [{name: kernel.sem}]',
    );
  });
});

describe('Completion of roles', () => {
  const role = (lines: string, kind = 'Role') =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: web\nrules:\n${lines}\n`;

  it('knows verbs, and quotes what YAML would misread', async () => {
    const text = role('  - verbs: [get, ¦]');
    assert.deepEqual((await labelsAt(text)).slice(0, 2), ['list', 'watch']);
    assert.equal(await chosenAt(text, '*'), '  - verbs: [get, "*"]');
  });

  it('knows API groups, the core group first', async () => {
    const labels = await labelsAt(role('  - apiGroups:\n      - ¦'));
    assert.deepEqual([labels[0], labels.includes('apps'), labels.includes('extensions')], ['""', true, false]);
    assert.equal(await chosenAt(role('  - apiGroups: [¦]'), '""'), '  - apiGroups: [""]');
    assert.equal(await chosenAt(role("  - apiGroups: ['¦']"), '""'), "  - apiGroups: ['']");
  });

  it('knows the resources of the groups that stand beside them', async () => {
    const apps = await labelsAt(role('  - apiGroups: [apps]\n    resources: [¦]'));
    assert.ok(apps.includes('deployments/scale') && !apps.includes('pods'));
    const core = await labelsAt(role('  - apiGroups:\n      - ""\n    resources:\n      - ¦'));
    assert.ok(core.includes('pods/exec') && !core.includes('nodes') && !core.includes('deployments'));
    const cluster = await labelsAt(role('  - resources: [po¦]\n    apiGroups: [""]', 'ClusterRole'));
    assert.ok(cluster.includes('nodes/proxy') && cluster.includes('componentstatuses'));
    const any = await offeredAt(role('  - apiGroups: ["*"]\n    resources: [¦]'));
    assert.equal(any.find(({ label }) => label === 'ingresses')?.labelDetails?.description, 'networking.k8s.io');
  });

  it('says which resources lead further', async () => {
    const items = await offeredAt(role('  - apiGroups: [""]\n    resources: [¦]'));
    const exec = items.find(({ label }) => label === 'pods/exec');
    assert.match(JSON.stringify(exec?.documentation), /Runs commands.+run commands in pods/);
  });

  it('knows the roles that a binding can name', async () => {
    const binding = (kind: string) =>
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: web\nroleRef:\n  kind: ${kind}\n  name: ¦\n`;
    assert.deepEqual(await labelsAt(binding('Role'), { open: [role('')] }), ['web']);
    assert.deepEqual(await labelsAt(binding('ClusterRole')), ['view', 'edit', 'admin', 'cluster-admin']);
  });
});

describe('Completion of Pod Security labels', () => {
  const namespace = (lines: string) =>
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n${lines}\n`;

  it('offers the labels that are missing, then their values', async () => {
    const text = namespace('    pod-security.kubernetes.io/warn: baseline\n    ¦');
    const [first, ...others] = await offeredAt(text, { asksAgain: 'again' });
    assert.equal(first?.label, 'pod-security.kubernetes.io/enforce');
    assert.equal(first.command?.command, 'again');
    assert.ok(!others.some(({ label }) => label === 'pod-security.kubernetes.io/warn'));
    assert.equal(await chosenAt(namespace('    pod-sec¦'), first.label), '    pod-security.kubernetes.io/enforce: ');
    assert.equal(
      await chosenAt(namespace('    pod-security.kubernetes.io/¦'), first.label, { trigger: '/' }),
      '    pod-security.kubernetes.io/enforce: ',
    );
  });

  it('knows levels and versions', async () => {
    assert.deepEqual(await labelsAt(namespace('    pod-security.kubernetes.io/enforce: ¦')), [
      'restricted',
      'baseline',
      'privileged',
    ]);
    const versions = await labelsAt(namespace('    pod-security.kubernetes.io/audit-version: ¦'), {
      kubernetesVersion: 33,
    });
    assert.deepEqual(versions.slice(0, 3), ['v1.33', 'latest', 'v1.37']);
    assert.deepEqual(await labelsAt(namespace('    app: ¦')), []);
  });
});

describe('Completion of names', () => {
  it('knows RuntimeClasses of what is open, and the usual ones', async () => {
    const open = ['apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata:\n  name: sandboxed\nhandler: runsc\n'];
    assert.deepEqual(await labelsAt(inPod('runtimeClassName: ¦'), { open }), ['sandboxed', 'gvisor', 'kata']);
  });

  it('knows the volumes of the pod and the ports of the container', async () => {
    const mounts = inContainer(
      'ports:\n  - name: web\n    containerPort: 80\nlivenessProbe:\n  httpGet:\n    port: ¦\nvolumeMounts:\n  - name: ',
    );
    assert.deepEqual(await labelsAt(mounts), ['web']);
    const mounted = `${mounts.replace('¦', 'web').trimEnd()} ¦\n      volumes:\n        - name: data\n          emptyDir: {}\n        - name: "tmp"\n`;
    assert.deepEqual(await labelsAt(mounted), ['data', 'tmp']);
  });

  it('knows what the same file holds, half-typed as it is', async () => {
    const text = `${inPod('serviceAccountName: ¦\nhostPID: tr')}---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: "web"\n`;
    assert.deepEqual(await labelsAt(text), ['web', 'default']);
  });
});

describe('Completion of values', () => {
  it('knows procMount, and users that no node has', async () => {
    assert.deepEqual(await labelsAt(inContainer('securityContext:\n  procMount: ¦')), ['Default', 'Unmasked']);
    assert.equal((await labelsAt(inPod('securityContext:\n  runAsUser: ¦')))[0], '10001');
    assert.equal(await chosenAt(inPod('securityContext:\n  runAsUser: 1¦'), '65532'), '    runAsUser: 65532');
  });

  it('leaves true and false to whoever knows the schema', async () => {
    const text = inContainer('securityContext:\n  allowPrivilegeEscalation: ¦');
    assert.deepEqual(await labelsAt(text, { hasSchemas: false }), ['false', 'true']);
    assert.deepEqual(await labelsAt(text, { hasSchemas: true }), []);
  });

  it('answers the space behind a colon or a dash, and no other', async () => {
    const text = inPod('runtimeClassName: ¦');
    assert.equal((await labelsAt(text, { trigger: ' ', takesSnippets: true })).length, 2);
    for (const other of [inPod('runtimeClassName: gvisor ¦'), inPod('# A ¦'), inPod(' ¦'), inContainer(' ¦')]) {
      assert.deepEqual(await labelsAt(other, { trigger: ' ', takesSnippets: true }), []);
    }
  });

  it('stands beside the snippets that fit', async () => {
    const labels = await labelsAt(capabilities('add:\n  - ¦'), { takesSnippets: true });
    assert.ok(labels.includes('NET_BIND_SERVICE'));
    assert.ok((await labelsAt(inContainer('¦'), { takesSnippets: true })).includes('resources'));
  });

  it('is silent in other files, in templates and in definitions of custom resources', async () => {
    for (const text of [
      'services:\n  web:\n    cap_add:\n      - ¦\n',
      inPod('runtimeClassName: {{ ¦ }}'),
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: ¦\n',
    ]) {
      assert.deepEqual(await labelsAt(text), [], text);
    }
  });
});
