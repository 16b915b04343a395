import type { PodSpec } from '../../manifests/pods/podSpec';
import { linuxFields, mayBeWindows, maySayWindows, windowsPodsSince } from '../../manifests/pods/windowsPods';
import { descend, type Field, pathOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import { restrictedStandard } from '../links';
import type { Fix, RuleContext } from '../rule';
import { undroppedCapabilities } from './capabilitiesNotDropped';
import { allowedEscalation } from './privilegeEscalation';
import { addedCapabilities } from './restrictedCapability';
import { restrictedRule } from './restrictedRule';
import { missingProfiles } from './seccompProfileMissing';

export const windowsOsName = restrictedRule({
  id: 'windows-os-name',
  title: 'Say that a pod is for Windows',
  standards: [
    'pss:restricted:allowPrivilegeEscalation',
    'pss:restricted:capabilities_restricted',
    'pss:restricted:seccompProfile_restricted',
  ],
  why: `Capabilities, seccomp profiles and \`allowPrivilegeEscalation\` exist on Linux alone. Pod Security admission can't see where a pod
will run: unless \`os.name\` says \`windows\`, the restricted level asks a pod for Windows nodes for all three, and refuses it without. A
node selector or host processes don't tell it.`,
  remedy: `Write \`os: {name: windows}\` into the pod's spec. The API server then refuses what only Linux has, such as \`capabilities\` or
\`runAsUser\`, so remove it; and a kubelet on another system refuses the pod instead of failing to start it. Before Kubernetes 1.25 the level
asks Windows pods for the settings of Linux all the same.`,
  links: [
    {
      title: 'Pod Security Standards: what restricted asks of Windows pods',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#os-specific-policy-controls',
    },
    restrictedStandard,
    { title: 'Windows containers in Kubernetes', url: 'https://kubernetes.io/docs/concepts/windows/intro/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeSelector:
    kubernetes.io/os: windows
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: windows
  nodeSelector:
    kubernetes.io/os: windows
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['nodeSelector', 'nodeAffinity', 'hostProcess'],
  *check(pod, context) {
    if (context.kubernetesVersion < windowsPodsSince || maySayWindows(pod) || !mayBeWindows(pod)) return;
    // What an operator reads may have no such field.
    if (pod.absence === 'filled in' || !isAskedForLinux(pod, context)) return;
    const name = descend(pod.spec, 'os', 'name');
    yield {
      at: name,
      message:
        'The pod is for Windows but does not say so in os.name, so the restricted level asks it for settings that only Linux has',
      fixes: [sayWindows(name, linuxFields(pod))],
    };
  },
});

/** Whether admission holds anything against a pod that it takes for one of Linux. */
function isAskedForLinux(pod: PodSpec, context: RuleContext): boolean {
  const checks = [allowedEscalation, undroppedCapabilities, addedCapabilities];
  const faults = pod.containers.flatMap((container) => checks.flatMap((check) => [...check(container, context)]));
  return faults.length > 0 || [...missingProfiles(pod, context)].length > 0;
}

/** Beside `os.name: windows` the API server takes nothing that only Linux has. */
function sayWindows(name: Field, ofLinux: readonly Field[]): Fix {
  const edits = [set(pathOf(name), 'windows'), ...ofLinux.map((field) => remove(pathOf(field)))];
  return ofLinux.length === 0
    ? { title: 'Set os.name to windows (only Windows nodes take the pod)', class: 'harden', edits }
    : { title: 'Set os.name to windows and remove what only Linux has', class: 'ask', edits };
}
