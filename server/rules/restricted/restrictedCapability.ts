import { capabilityItems } from '../../manifests/pods/capabilities';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { pathOf, stringOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { defaultCapabilities } from '../baseline/defaultCapabilities';
import { cisBenchmark, restrictedStandard } from '../links';
import type { Fault, RuleContext } from '../rule';
import { onLinux } from './onLinux';
import { restrictedRule } from './restrictedRule';

/** The only capability that a container may add at the restricted level (Pod Security Standards). */
export const addableCapability = 'NET_BIND_SERVICE';

export const restrictedCapability = restrictedRule({
  id: 'restricted-capability',
  title: 'Add no capability but NET_BIND_SERVICE',
  standards: ['pss:restricted:capabilities_restricted', 'cis:5.2.9', 'nsa:pod-security'],
  why: `Even the capabilities that runtimes grant by default are pieces of root's power: \`DAC_OVERRIDE\` reads every file of the
container and of its volumes, \`SETUID\` becomes any user, \`MKNOD\` makes device files. Whoever breaks into a container that
adds one of them has it too.`,
  remedy: `Remove the capability. Most images need \`CHOWN\`, \`SETUID\` and \`SETGID\` only because they start as root to become
another user: start them as that user with \`runAsUser\`, and let \`fsGroup\` see to the volumes.`,
  links: [
    {
      title: 'Set capabilities for a container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
    },
    restrictedStandard,
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
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
          drop:
            - ALL
          add:
            - NET_BIND_SERVICE
            - CHOWN
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
          drop:
            - ALL
          add:
            - NET_BIND_SERVICE
`,
  looksAt: 'container',
  needs: ['capabilities'],
  check: onLinux(addedCapabilities),
});

/** Capabilities that a container adds beyond what the level allows, on whichever system. */
export function* addedCapabilities(container: Container, { kubernetesVersion }: RuleContext): Iterable<Fault> {
  if (kubernetesVersion < 22) return;
  for (const item of capabilityItems(container, 'add')) {
    const capability = stringOf(item);
    // All others violate the baseline level already.
    if (capability === undefined || capability === addableCapability || !defaultCapabilities.has(capability)) continue;
    yield {
      at: item,
      message: `The ${describeContainer(container)} adds the capability ${capability}, which the restricted level does not allow`,
      fixes: [
        {
          title: `Remove the capability ${capability} (what the container needs it for stops working)`,
          class: 'ask',
          edits: [remove(pathOf(item))],
        },
      ],
    };
  }
}
