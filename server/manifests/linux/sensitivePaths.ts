/** A place on a node that hands out more than its files. */
export interface SensitivePath {
  readonly path: string;
  /** Whether everything below counts too. */
  readonly isTree: boolean;
  /** What is found there, as the end of a sentence. */
  readonly holds: string;
  /** True where only writing does harm: what can be read there is in every distribution. */
  readonly isPublic?: true;
}

/**
 * The node's directories that let whoever reads or writes them take over the node or other pods. Subdirectories that are
 * commonly mounted and harmless by themselves, as /etc/localtime, /lib/modules or /dev/fuse, are not meant.
 * Sources: kubernetes/kubernetes, cmd/kubeadm/app/constants/constants.go, for the directories of kubeadm, of the kubelet and
 * of etcd; the others from the Linux file system's conventions and the runtimes' documentation as known.
 */
export const sensitivePaths: readonly SensitivePath[] = [
  { path: '/', isTree: false, holds: 'the whole node' },
  { path: '/boot', isTree: true, holds: "the node's kernel", isPublic: true },
  { path: '/dev', isTree: false, holds: "the node's disks and all its devices" },
  { path: '/etc', isTree: false, holds: "the node's accounts, keys and start-up files" },
  { path: '/etc/kubernetes', isTree: false, holds: "the cluster's certificates and administrator credentials" },
  { path: '/etc/kubernetes/admin.conf', isTree: true, holds: "the credentials of the cluster's administrator" },
  { path: '/etc/kubernetes/kubelet.conf', isTree: true, holds: "the kubelet's credentials" },
  { path: '/etc/kubernetes/super-admin.conf', isTree: true, holds: "the credentials of the cluster's administrator" },
  { path: '/etc/kubernetes/azure.json', isTree: true, holds: 'credentials for the cloud' },
  { path: '/etc/kubernetes/manifests', isTree: true, holds: 'the pods that the kubelet runs without asking anybody' },
  { path: '/etc/kubernetes/pki', isTree: true, holds: "the keys of the cluster's certificate authorities" },
  { path: '/etc/shadow', isTree: true, holds: "the node's passwords" },
  { path: '/etc/ssh', isTree: true, holds: "the node's SSH keys" },
  { path: '/etc/cron.d', isTree: true, holds: 'what the node runs as root', isPublic: true },
  { path: '/etc/systemd', isTree: true, holds: 'what the node runs as root', isPublic: true },
  { path: '/home', isTree: false, holds: 'the SSH keys and credentials of the users of the node' },
  { path: '/lib', isTree: false, holds: "the libraries of the node's programs", isPublic: true },
  { path: '/lib64', isTree: false, holds: "the libraries of the node's programs", isPublic: true },
  { path: '/opt', isTree: false, holds: 'the network plugins and programs that the node runs as root', isPublic: true },
  { path: '/proc', isTree: false, holds: "the memory and environment of the node's processes" },
  { path: '/root', isTree: true, holds: "root's SSH keys and cloud credentials" },
  { path: '/run', isTree: false, holds: 'the sockets of the runtime and of systemd' },
  { path: '/run/secrets', isTree: true, holds: 'secrets of the node' },
  { path: '/sys', isTree: false, holds: "the node's kernel and devices" },
  { path: '/usr', isTree: false, holds: "the node's programs", isPublic: true },
  { path: '/usr/bin', isTree: true, holds: "the node's programs", isPublic: true },
  { path: '/var', isTree: false, holds: 'the volumes and secrets of all pods of the node' },
  { path: '/var/lib', isTree: false, holds: 'the volumes and secrets of all pods of the node' },
  { path: '/var/lib/containerd', isTree: true, holds: 'the file systems of all containers of the node' },
  { path: '/var/lib/containers', isTree: true, holds: 'the file systems of all containers of the node' },
  { path: '/var/lib/docker', isTree: true, holds: 'the file systems of all containers of the node' },
  { path: '/var/lib/etcd', isTree: true, holds: 'the whole state of the cluster, secrets included' },
  {
    path: '/var/lib/kubelet',
    isTree: false,
    holds: "the kubelet's credentials and the secrets of all pods of the node",
  },
  { path: '/var/lib/kubelet/pki', isTree: true, holds: "the kubelet's credentials" },
  { path: '/var/lib/kubelet/pods', isTree: true, holds: 'the secrets and volumes of all pods of the node' },
];
