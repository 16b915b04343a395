import { describeContainer } from '../../manifests/pods/podSpec';
import { isWindowsAt } from '../../manifests/pods/windowsPods';
import { descend, type Field, items, mayHaveMore, pathOf, stringOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import { baselineStandard, cisBenchmark } from '../links';
import type { Fault, FixClass, Rule } from '../rule';
import { defaultCapabilities } from './defaultCapabilities';

export const addedCapability: Rule = {
  id: 'added-capability',
  title: 'Add no capabilities beyond the default ones',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:capabilities_baseline', 'pss:restricted:capabilities_restricted'],
  why: `Capabilities are root's power in pieces, and some pieces are as good as the whole: with \`SYS_ADMIN\` a container mounts the node's disks,
with \`SYS_MODULE\` it loads code into the kernel, with \`SYS_PTRACE\` it takes over processes. \`NET_RAW\`, which containerd and Docker grant by default,
lets a container forge packets in the name of other pods.`,
  remedy: `Remove the capability, or replace it by one of the default ones: to listen on a port below 1024, \`NET_BIND_SERVICE\` is
enough. Names are written in upper case and without \`CAP_\`. \`ping\` works without \`NET_RAW\` where the sysctl
\`net.ipv4.ping_group_range\` allows it.`,
  links: [
    {
      title: 'Set capabilities for a container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
    },
    baselineStandard,
    cisBenchmark('5.2.9'),
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
        capabilities:
          add:
            - NET_BIND_SERVICE
            - NET_ADMIN
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
        capabilities:
          add:
            - NET_BIND_SERVICE
`,
  looksAt: 'container',
  needs: ['capabilities'],
  *check(container, { kubernetesVersion }) {
    if (isWindowsAt(kubernetesVersion, container.pod)) return;
    const added = descend(container.securityContext, 'capabilities', 'add');
    const removal = removalClass(added);
    const who = describeContainer(container);
    if (stringOf(added) !== undefined) yield textAsList(who, added);
    for (const item of items(added)) {
      // Null is a capability without a name.
      const capability = item.state === 'absent' ? '' : stringOf(item);
      if (capability === undefined || defaultCapabilities.has(capability)) continue;
      const [message, title] = capability.trim() === '' ? withoutName(who) : beyondDefault(who, capability);
      yield { at: item, message, fixes: [{ title, class: removal, edits: [remove(pathOf(item))] }] };
    }
  },
};

/** Where a template adds more, or something must stay for others, half of a list would go and no level would be met. */
function removalClass(list: Field): FixClass {
  const mustStay = items(list).some(({ state, isShared }) => state === 'unknown' || isShared);
  return mustStay || mayHaveMore(list) ? 'ask' : 'harden';
}

function beyondDefault(who: string, capability: string): [message: string, title: string] {
  return [
    `The ${who} adds the capability ${capability}, which is not a default one`,
    `Remove the capability ${capability} (what the container needs it for stops working)`,
  ];
}

function withoutName(who: string): [message: string, title: string] {
  return [
    `The ${who} adds a capability without a name, which admission takes for one beyond the default ones`,
    'Remove the item without a name',
  ];
}

function textAsList(who: string, added: Field): Fault {
  const text = stringOf(added) ?? '';
  return {
    at: added,
    message: `The ${who} adds "${text}" as text where a list belongs, so the API server refuses the pod`,
    fixes: [
      {
        title: `Remove ${text} (what the container needs it for stops working)`,
        class: 'harden',
        edits: [remove(pathOf(added))],
      },
      {
        title: 'Write it as a list (the container gets it only now)',
        class: 'ask',
        edits: [set(pathOf(added), [text])],
      },
    ],
  };
}
