import type { FieldTable } from './fieldDocumentation';
import { podSecurityContextFields } from './securityContextFields';

/** The fields of a pod spec. Source: Kubernetes API reference 1.37, PodSpec and Volume; the defaults are those of `pkg/apis/core/v1/defaults.go`. */
export const podFields: FieldTable = {
  securityContext: {
    what: 'What every container of the pod is allowed, unless the container says otherwise itself.',
    absent: 'the image and the container runtime decide',
  },
  ...Object.fromEntries(Object.entries(podSecurityContextFields).map(([path, is]) => [`securityContext.${path}`, is])),
  serviceAccountName: {
    what: 'Who the pod is to the API server: its token carries the rights of this ServiceAccount.',
    absent: '`default`, which everything else in the namespace shares',
    practice: 'A ServiceAccount of its own for each workload that talks to the API server.',
  },
  serviceAccount: { what: 'The old name of `serviceAccountName`.', practice: 'Write `serviceAccountName`.' },
  automountServiceAccountToken: {
    what: 'Whether the token of the ServiceAccount is mounted into every container. The pod has the last word, then the ServiceAccount.',
    absent: '`true`, unless the ServiceAccount says `false`',
    practice: '`false` for everything that never calls the API server, which is most.',
  },
  runtimeClassName: {
    what: 'Which container runtime runs the pod, by the name of a RuntimeClass: gVisor and Kata Containers give it a kernel of its own.',
    absent: "the node's default runtime, on the node's kernel",
    since: 14,
  },
  hostNetwork: {
    what: "The pod has its node's network: its addresses, its ports and whatever listens on them.",
    absent: '`false`',
    practice: 'Leave it out; NetworkPolicies do not apply to such pods.',
  },
  hostPID: {
    what: 'The pod sees every process of its node.',
    absent: '`false`',
    practice: 'Leave it out.',
  },
  hostIPC: {
    what: 'The pod shares the memory and semaphores of the processes of its node.',
    absent: '`false`',
    practice: 'Leave it out.',
  },
  hostUsers: {
    what: 'With `false` the pod has a user namespace of its own: its root is nobody on the node.',
    absent: '`true`: user 0 of the container is user 0 of the node',
    since: 33,
    practice: '`false`, where the nodes support it.',
  },
  shareProcessNamespace: {
    what: 'The containers of the pod see the processes of each other, their environment and their files.',
    absent: '`false`',
  },
  hostAliases: {
    what: "Lines for the containers' `/etc/hosts`.",
    practice: 'Let DNS answer: these lines go stale unseen.',
  },
  os: {
    what: 'The operating system that the containers are for. Kubernetes refuses fields that the other one has.',
    since: 24,
  },
  'os.name': {
    what: '`linux` or `windows`. Pod Security asks windows pods for less, since they lack those fields.',
    since: 24,
  },
  restartPolicy: {
    what: 'What happens when a container ends. Deployments, StatefulSets and DaemonSets take `Always` alone, Jobs `OnFailure` or `Never`.',
    absent: '`Always`',
  },
  enableServiceLinks: {
    what: 'Whether the addresses of all Services of the namespace become environment variables of the containers.',
    absent: '`true`',
    practice: '`false`: programs find Services by DNS.',
  },
  dnsPolicy: {
    what: "`ClusterFirst` asks the cluster's DNS first, `Default` the node's, `None` what `dnsConfig` says.",
    absent: '`ClusterFirst`; with `hostNetwork` that means `Default`',
  },
  nodeName: {
    what: 'A node by its name, past the scheduler and what it checks.',
    practice: 'Leave it to the scheduler.',
  },
  nodeSelector: { what: 'Labels that the node must have.', absent: 'any node' },
  affinity: { what: 'Which nodes the pod prefers or needs, and which pods it wants near or far.' },
  tolerations: {
    what: 'Taints of nodes that do not keep the pod away.',
    practice: 'Name the taint: one without a key, with `Exists`, tolerates all, those of control planes too.',
  },
  activeDeadlineSeconds: { what: 'Seconds until the pod is stopped.', absent: 'no limit' },
  schedulingGates: { what: 'As long as there are any, the pod is not scheduled.', absent: 'none', since: 27 },
  preemptionPolicy: {
    what: '`Never` lets the pod wait without evicting others.',
    absent: "its PriorityClass's",
    since: 19,
  },
  terminationGracePeriodSeconds: {
    what: 'Seconds between the request to stop and the kill.',
    absent: '`30`',
  },
  priorityClassName: {
    what: 'How much the pod matters when nodes are full: others of lower priority are evicted for it.',
    absent: 'the default class of the cluster, else 0',
  },
  topologySpreadConstraints: {
    what: 'How replicas are spread over nodes or zones, so that the loss of one does not take all.',
    since: 18,
  },
  imagePullSecrets: { what: 'Secrets with the credentials of registries, read by the kubelet, not by the containers.' },
  resources: {
    what: 'Requests and limits for all containers of the pod together.',
    since: 34,
  },
  initContainers: {
    what: 'Containers that run to their end one after the other before the others start. With `restartPolicy: Always` one is a sidecar that keeps running.',
  },
  ephemeralContainers: {
    what: 'Containers added to a running pod to look into it. They take no probes, ports or resources.',
    since: 23,
  },
  volumes: {
    what: 'Storage that containers can mount.',
    practice:
      'The restricted level takes configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected and secret.',
  },
  'volumes.*.hostPath': {
    what: 'A file or folder of the node. Whoever can write to it can often take over the node.',
    practice: 'Another kind of volume; where it must be, `readOnly: true` on the mount and a narrow path.',
  },
  'volumes.*.hostPath.path': { what: 'The path on the node.' },
  'volumes.*.hostPath.type': {
    what: 'What must be there: `Directory`, `File`, `Socket` …; with `OrCreate` it is made.',
    absent: 'nothing is checked',
  },
  'volumes.*.persistentVolumeClaim': { what: 'Storage that outlives the pod, by the name of its claim.' },
  'volumes.*.ephemeral': { what: 'A claim that is made for the pod and deleted with it.', since: 21 },
  'volumes.*.csi': { what: 'A volume that a CSI driver makes for the pod, as for secrets from a vault.', since: 16 },
  'volumes.*.image': { what: 'The files of an image, to be read only.', since: 35 },
  'volumes.*.nfs': {
    what: 'A share of an NFS server; the credentials are those of the node.',
    practice: 'A PersistentVolumeClaim: the restricted level refuses this.',
  },
  'volumes.*.downwardAPI': { what: 'What the pod says of itself, as files: labels, annotations, limits.' },
  'volumes.*.emptyDir': { what: 'An empty folder that lives as long as the pod.' },
  'volumes.*.emptyDir.medium': {
    what: '`Memory` keeps the files in RAM; they count against the memory limits of the containers.',
    absent: "the node's disk",
  },
  'volumes.*.emptyDir.sizeLimit': { what: 'The pod is evicted if the folder grows beyond it.', absent: 'no limit' },
  'volumes.*.secret': { what: 'The keys of a Secret as files, kept in memory and renewed when the Secret changes.' },
  'volumes.*.secret.defaultMode': {
    what: 'The permissions of the files.',
    absent: '`0644`',
    practice: '`0400`, with `fsGroup` `0440`.',
  },
  'volumes.*.secret.optional': { what: 'Whether the pod starts without the Secret.', absent: '`false`' },
  'volumes.*.configMap': { what: 'The keys of a ConfigMap as files, renewed when it changes.' },
  'volumes.*.projected': {
    what: 'Several sources in one folder: Secrets, ConfigMaps, the downward API, tokens, certificates.',
  },
  'volumes.*.projected.sources.*.serviceAccountToken': {
    what: 'A token for one audience that expires and is renewed by itself.',
    since: 12,
  },
  'volumes.*.projected.sources.*.serviceAccountToken.audience': {
    what: 'Who shall accept the token.',
    absent: 'the API server',
    practice: 'The service that it is for, so that the API server refuses it.',
  },
  'volumes.*.projected.sources.*.serviceAccountToken.expirationSeconds': {
    what: 'How long the token is good for; the kubelet renews it before. 600 at least.',
    absent: '`3600`',
  },
};
