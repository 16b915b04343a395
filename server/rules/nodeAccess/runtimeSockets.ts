/**
 * Where container runtimes listen, and the directories that hold little else; `/var/run` is read as `/run`.
 * containerd, CRI-O, cri-dockerd, dockershim and Docker as in the defaults of kubeadm and crictl, k3s as in its own
 * containerd; Podman as in contrib/systemd/system/podman.socket of containers/podman. BuildKit as known.
 */
const runtimes: readonly { readonly name: string; readonly socket: RegExp; readonly directories: readonly string[] }[] =
  [
    { name: 'Docker', socket: /\/docker\.sock$/, directories: [] },
    { name: 'containerd', socket: /\/containerd\.sock$/, directories: ['/run/containerd', '/run/k3s/containerd'] },
    { name: 'CRI-O', socket: /\/crio\.sock$/, directories: ['/run/crio'] },
    { name: 'cri-dockerd', socket: /\/cri-dockerd\.sock$/, directories: [] },
    { name: 'dockershim', socket: /\/dockershim\.sock$/, directories: [] },
    { name: 'Podman', socket: /\/podman\.sock$/, directories: ['/run/podman'] },
    { name: 'BuildKit', socket: /\/buildkitd\.sock$/, directories: ['/run/buildkit'] },
  ];

/** The runtime that listens at a path, or right below it; undefined for all other paths. */
export function runtimeSocketAt(path: string): string | undefined {
  return runtimes.find(({ socket, directories }) => socket.test(path) || directories.includes(path))?.name;
}
