import assert from 'node:assert/strict';
import type { PodSecurityLevel } from '../../server/rules/podSecurityFaults';
import { buildingTime, type GoProgram, startGoProgram, whyNoGo } from '../kubernetes/goPrograms/goProgram';
import { foundControls } from './podSecurityControls';

/** A manifest on which it is easy to be of another opinion than Kubernetes. */
interface Case {
  readonly title: string;
  readonly text: string;
  readonly level: PodSecurityLevel;
  readonly version: number;
  /** The checks that it fails in Kubernetes. */
  readonly violated: readonly string[];
  /** What is found instead: of what the API server refuses anyway, and where a variable may be meant. */
  readonly found?: readonly string[];
  readonly isRefused?: true;
}

const pod = (spec: string, metadata = '{name: p}') =>
  `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec:\n${spec.replace(/^/gm, '  ')}\n`;

const silent = ['allowPrivilegeEscalation', 'capabilities_restricted', 'runAsNonRoot', 'seccompProfile_restricted'];

const hardened = (volume: string) =>
  pod(`securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
volumes:
  - ${volume}
containers:
  - {name: a, image: b, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}`);

const windows = (context: string, container = '{}') =>
  pod(`os: {name: windows}
securityContext: {runAsNonRoot: true${context}}
containers: [{name: a, image: b, securityContext: ${container}}]`);

const latest = 37;

const cases: readonly Case[] = [
  {
    title: 'null is a capability',
    text: pod('containers:\n  - {name: a, image: b, securityContext: {capabilities: {add: [null]}}}'),
    level: 'baseline',
    version: latest,
    violated: ['capabilities_baseline'],
  },
  {
    title: 'a capability without a letter is one',
    text: pod('containers:\n  - {name: a, image: b, securityContext: {capabilities: {add: [""]}}}'),
    level: 'restricted',
    version: latest,
    violated: silent,
  },
  {
    title: 'ports in the node’s network are host ports',
    text: pod('hostNetwork: true\ncontainers:\n  - {name: a, image: b, ports: [{containerPort: 80}]}'),
    level: 'baseline',
    version: latest,
    violated: ['hostNamespaces', 'hostPorts'],
  },
  {
    title: 'ports of an init container are, too',
    text: pod(
      'hostNetwork: true\ninitContainers:\n  - {name: i, image: b, ports: [{containerPort: 80, hostPort: 0}]}\ncontainers:\n  - {name: a, image: b}',
    ),
    level: 'baseline',
    version: 0,
    violated: ['hostNamespaces', 'hostPorts'],
  },
  {
    title: 'a volume without a source is an emptyDir',
    text: hardened('{name: v}'),
    level: 'restricted',
    version: latest,
    violated: [],
  },
  {
    title: 'a volume with two sources is refused',
    text: hardened('{name: v, emptyDir: {}, hostPath: {path: /}}'),
    level: 'restricted',
    version: latest,
    violated: [],
    found: ['restrictedVolumes'],
    isRefused: true,
  },
  {
    title: 'a sysctl without a name is refused',
    text: pod('securityContext: {sysctls: [{value: "1"}]}\ncontainers: [{name: a, image: b}]'),
    level: 'baseline',
    version: latest,
    violated: ['sysctls'],
    found: [],
    isRefused: true,
  },
  {
    title: 'a container without an image is a part of a pod, or refused',
    text: pod('containers: [{name: a}]'),
    level: 'restricted',
    version: latest,
    violated: silent,
    found: [],
    isRefused: true,
  },
  {
    title: 'a workload without a selector is whole, though refused as it is',
    text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: p}
spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: b}]}}}
`,
    level: 'restricted',
    version: latest,
    violated: silent,
    isRefused: true,
  },
  {
    title: 'a seccomp profile of a pod for Windows is refused, and nothing of a level',
    text: windows(', seccompProfile: {type: Unconfined}'),
    level: 'restricted',
    version: 25,
    violated: [],
    isRefused: true,
  },
  {
    title: 'so are its capabilities',
    text: windows('', '{capabilities: {add: [SYS_ADMIN]}}'),
    level: 'restricted',
    version: 25,
    violated: [],
    isRefused: true,
  },
  {
    title: 'before 1.25 the level asks a pod for Windows for all that only Linux has',
    text: windows(''),
    level: 'restricted',
    version: 24,
    violated: ['allowPrivilegeEscalation', 'capabilities_restricted', 'seccompProfile_restricted'],
  },
  {
    title: 'from 1.25 on it asks for none of it',
    text: windows(''),
    level: 'restricted',
    version: 25,
    violated: [],
  },
  {
    title: 'a node selector alone makes no pod one for Windows',
    text: pod(
      'nodeSelector: {kubernetes.io/os: windows}\nsecurityContext: {runAsNonRoot: true}\ncontainers: [{name: a, image: b}]',
    ),
    level: 'restricted',
    version: latest,
    violated: ['allowPrivilegeEscalation', 'capabilities_restricted', 'seccompProfile_restricted'],
  },
  {
    title: 'an annotation for a container without a name is refused',
    text: pod(
      'containers: [{image: b}]',
      '{name: p, annotations: {container.seccomp.security.alpha.kubernetes.io/: unconfined}}',
    ),
    level: 'baseline',
    version: 18,
    violated: ['seccompProfile_baseline'],
    found: [],
    isRefused: true,
  },
  {
    title: 'a variable in the place of a capability is unknown',
    text: pod(`containers:\n  - {name: a, image: b, securityContext: {capabilities: {add: ["\${CAP}"]}}}`),
    level: 'baseline',
    version: latest,
    violated: ['capabilities_baseline'],
    found: [],
  },
];

const lowerCased = (controls: readonly string[]) => controls.map((control) => control.toLowerCase()).sort();

describe('In Pod Security admission', () => {
  for (const { title, text, level, version, violated, found = violated } of cases) {
    it(title, () => assert.deepEqual(foundControls(text, level, version), lowerCased(found)));
  }

  it('all of this is so', async function () {
    const reason = whyNoGo();
    if (reason !== undefined) {
      console.log(`    What Pod Security admission says: ${reason}.`);
      this.skip();
    }
    this.timeout(buildingTime);
    const kubernetes: GoProgram = await startGoProgram('podSecurity');
    const lines = await kubernetes.ask(
      cases.map(({ text, level, version }) => ({ text, level, version: `v1.${version}` })),
    );
    await kubernetes.stop();
    for (const [index, { title, violated, isRefused = false }] of cases.entries()) {
      const answer: { refused: string; enforced: string[] } = JSON.parse(lines[index] ?? '');
      assert.deepEqual(lowerCased(answer.enforced), lowerCased(violated), title);
      assert.equal(answer.refused !== '', isRefused, `${title}: ${answer.refused}`);
    }
  });
});
