import type { FieldTable } from './fieldDocumentation';

/*
 * Source: Kubernetes API reference 1.37 (PodSecurityContext, SecurityContext) and the pages "Configure a Security Context
 * for a Pod or Container" and "Linux kernel security constraints for Pods and containers"; `staging/src/k8s.io/api/core/v1/types.go` for what holds where a
 * field is absent.
 */

/** What pods and containers alike can say in their `securityContext`; a container's word counts before its pod's. */
const inheritedFields: FieldTable = {
  runAsNonRoot: {
    what: 'The kubelet refuses to start a container that would run as user 0. It can only tell from a number: an image whose `USER` is a name is refused too.',
    absent: 'not checked',
    practice: 'Set it to `true` for the pod, so that no container is forgotten.',
  },
  runAsUser: {
    what: "The number of the user that the container's first process runs as.",
    absent: "the image's `USER`, else 0: root",
    practice: 'Any number but 0; one above 10000 is nobody on the node.',
  },
  runAsGroup: {
    what: "The number of the main group of the container's first process.",
    absent: "the image's, else 0: root's group",
  },
  seccompProfile: {
    what: 'Which system calls the kernel answers. The others fail, and with them most exploits of the kernel.',
    absent: '`Unconfined`, unless the kubelet runs with `seccompDefault`',
    since: 19,
    practice: '`type: RuntimeDefault` for the pod.',
  },
  'seccompProfile.type': {
    what: "`RuntimeDefault`: the container runtime's profile. `Localhost`: a file on the node. `Unconfined`: every system call.",
    practice: '`RuntimeDefault`, or `Localhost` with a profile recorded for this program.',
  },
  'seccompProfile.localhostProfile': {
    what: "A file on the node, relative to the kubelet's folder of profiles: `/var/lib/kubelet/seccomp`. Only with the type `Localhost`.",
  },
  appArmorProfile: {
    what: 'Which files, capabilities and networks the kernel lets the container touch, on nodes with AppArmor.',
    absent: "the container runtime's profile where the node has AppArmor",
    since: 30,
    practice: '`RuntimeDefault`, or `Localhost` with a profile that is loaded on every node.',
  },
  'appArmorProfile.type': {
    what: "`RuntimeDefault`: the container runtime's profile. `Localhost`: one that is loaded on the node. `Unconfined`: none.",
  },
  'appArmorProfile.localhostProfile': {
    what: 'The name of a profile that is loaded on the node (not the path of a file). Only with the type `Localhost`.',
  },
  seLinuxOptions: {
    what: 'The SELinux label of the container, on nodes with SELinux.',
    absent: 'the container runtime chooses one for each container',
  },
  'seLinuxOptions.type': {
    what: 'The SELinux type: what the process may do.',
    practice: '`container_t` and its confined siblings; another type can lift the confinement.',
  },
  'seLinuxOptions.level': {
    what: 'The SELinux level: by different ones the containers of nodes are kept apart.',
    absent: 'chosen for each pod',
  },
  'seLinuxOptions.user': { what: 'The SELinux user.', practice: 'Leave it out: baseline refuses any.' },
  'seLinuxOptions.role': { what: 'The SELinux role.', practice: 'Leave it out: baseline refuses any.' },
  windowsOptions: { what: 'Settings for containers on Windows nodes.' },
  'windowsOptions.runAsUserName': {
    what: 'The Windows user that the process runs as.',
    absent: "the image's",
    since: 17,
    practice: '`ContainerUser`: `ContainerAdministrator` may do more than most programs need.',
  },
  'windowsOptions.hostProcess': {
    what: 'The container runs as a process of its Windows node, with full access to it.',
    absent: '`false`',
    since: 23,
    practice: 'Only for software that administers nodes.',
  },
};

/** What only a pod can say. */
const podFields: FieldTable = {
  fsGroup: {
    what: 'A further group of every container, which owns the files of most volumes.',
    absent: 'volumes keep their owners',
  },
  fsGroupChangePolicy: {
    what: '`OnRootMismatch` changes the owners of a volume only if its root has another one: large volumes start faster.',
    absent: '`Always`',
    since: 20,
  },
  supplementalGroups: { what: "Further groups of every container's first process." },
  supplementalGroupsPolicy: {
    what: "`Strict` leaves out the groups that the image's `/etc/group` gives to the user.",
    absent: '`Merge`: those groups count too',
    since: 33,
  },
  seLinuxChangePolicy: {
    what: '`Recursive` labels each file of a volume anew, `MountOption` all of them at once by mounting.',
    absent: '`MountOption` for volumes of a single pod; for others the cluster decides',
    since: 33,
  },
  'sysctls.*.name': { what: 'The kernel setting; only those of the network and IPC namespaces can be set for a pod.' },
  'sysctls.*.value': { what: 'Its value, as a string.' },
  sysctls: {
    what: 'Kernel settings of the pod. The kubelet refuses those that are not on the safe list unless its administrator allowed them.',
  },
};

/** What only a container can say. */
const containerFields: FieldTable = {
  privileged: {
    what: 'The container has every capability and device of its node, and neither seccomp nor AppArmor: whoever takes it over has the node.',
    absent: '`false`',
    practice: 'Leave it out. What a program needs can nearly always be given piece by piece.',
  },
  allowPrivilegeEscalation: {
    what: 'Whether a process can gain more rights than its parent, as through `sudo` and other setuid programs. `false` sets `no_new_privs`.',
    absent: '`true`; always `true` with `privileged` or `SYS_ADMIN`',
    practice: 'Set it to `false` in every container; pods have no such field.',
  },
  capabilities: {
    what: "Pieces of root's power, given or taken one by one.",
    absent: "the container runtime's default set",
    practice: 'Drop `ALL`, then add what is missing.',
  },
  'capabilities.add': { what: 'Capabilities beyond the default set, without `CAP_`.' },
  'capabilities.drop': {
    what: 'Capabilities that are taken away, without `CAP_`; `ALL` takes all.',
    practice: '`["ALL"]`',
  },
  readOnlyRootFilesystem: {
    what: '`true` keeps the container from changing the files of its image. Volumes stay writable.',
    absent: '`false`',
    practice: '`true`, with an `emptyDir` where the program has to write.',
  },
  procMount: {
    what: '`Unmasked` shows the parts of `/proc` that runtimes hide from containers.',
    absent: '`Default`',
    since: 33,
    practice: 'Leave it out. `Unmasked` needs `hostUsers: false`.',
  },
};

/** The fields of a pod's security context. */
export const podSecurityContextFields: FieldTable = { ...inheritedFields, ...podFields };

/** The fields of a container's security context. */
export const containerSecurityContextFields: FieldTable = { ...inheritedFields, ...containerFields };
