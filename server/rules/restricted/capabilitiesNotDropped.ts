import { listsCapability } from '../../manifests/pods/capabilities';
import { isPartialPod } from '../../manifests/pods/partial';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { descend, type Field, items, pathOf, stringOf } from '../../yaml/field/field';
import { type Edit, set } from '../../yaml/write/edits';
import { cisBenchmark, hardeningGuidance, restrictedStandard } from '../links';
import type { Fault, Fix, RuleContext } from '../rule';
import { onLinux } from './onLinux';
import { restrictedRule } from './restrictedRule';

export const capabilitiesNotDropped = restrictedRule({
  id: 'capabilities-not-dropped',
  title: 'Drop all capabilities',
  standards: ['pss:restricted:capabilities_restricted', 'cis:5.2.10', 'nsa:pod-security'],
  why: `A container that starts as root has some fourteen capabilities without asking for them. With them it forges packets
(\`NET_RAW\`), reads and changes files of every owner (\`DAC_OVERRIDE\`), makes device files (\`MKNOD\`) and programs that give their
caller rights (\`SETFCAP\`). Hardly any service needs one; many exploits do.`,
  remedy: `Write \`drop: [ALL]\` on every container, and add back what it turns out to need; the restricted level accepts
\`NET_BIND_SERVICE\`, for ports below 1024. Images that start as root to change the owner of files or to become another user
need \`CHOWN\`, \`SETUID\` and \`SETGID\`: better let them start as that user. The API takes the name in upper case alone.`,
  links: [
    {
      title: 'Set capabilities for a container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
    },
    restrictedStandard,
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    cisBenchmark('5.2.10'),
    hardeningGuidance,
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop:
            - ALL
`,
  looksAt: 'container',
  check: onLinux(undroppedCapabilities),
});

/** Capabilities that a container keeps, on whichever system. */
export function* undroppedCapabilities(container: Container, { kubernetesVersion }: RuleContext): Iterable<Fault> {
  if (kubernetesVersion < 22) return;
  if (listsCapability(container, 'drop', ['ALL']) !== false) return;
  const drop = descend(container.securityContext, 'capabilities', 'drop');
  if (drop.state === 'absent' && isPartialPod(container.pod)) return;
  const name = describeContainer(container);
  const misspelt = items(drop).find((item) => /^(?:cap_)?all$/i.test(stringOf(item) ?? ''));
  if (misspelt) {
    yield {
      at: drop,
      message: `The ${name} drops "${stringOf(misspelt)}", but admission takes only ALL, in capital letters`,
      fixes: [spelling(misspelt)],
    };
    return;
  }
  const text = stringOf(drop);
  yield {
    at: drop,
    message:
      text === undefined
        ? `The ${name} keeps capabilities that it did not ask for`
        : `The ${name} drops "${text}" as text where a list belongs, so the API server refuses the pod`,
    fixes: [
      {
        title: 'Drop all capabilities (what the container does with those that root has by default stops working)',
        class: 'harden',
        edits: [dropAll(drop)],
      },
    ],
  };
}

/** containerd and CRI-O take `all` in any letters, so that nothing changes; `CAP_ALL` they don't know. */
function spelling(misspelt: Field): Fix {
  const isTaken = /^all$/i.test(stringOf(misspelt) ?? '');
  return {
    title: isTaken ? 'Write ALL' : 'Write ALL (what the container does with capabilities stops working)',
    class: isTaken ? 'safe' : 'harden',
    edits: [set(pathOf(misspelt), 'ALL')],
  };
}

/** What else is dropped stays. */
function dropAll(drop: Field): Edit {
  const written = items(drop);
  return written.length === 0 ? set(pathOf(drop), ['ALL']) : set([...pathOf(drop), written.length], 'ALL');
}
