import type { HostHelper } from './helper';

/*
 * What kubectl cannot do: lines to copy to a node or to a machine with Docker.
 * Sources: kernel documentation (admin-guide/LSM/apparmor, userspace-api/seccomp_filter), gvisor.dev, katacontainers.io,
 * falco.org (packages for Linux install one systemd service a driver), kubernetes.io (Seccomp, AppArmor tutorials).
 */

const systemd = 'A Linux host with systemd';

/** Helpers that show a line for a node or for Docker. */
export const hostHelpers: readonly HostHelper[] = [
  {
    kind: 'host',
    id: 'kernel-seccomp',
    title: 'Was the kernel built with seccomp?',
    synonyms: ['/boot/config', 'CONFIG_SECCOMP', 'node'],
    group: 'On a node or with Docker',
    useful: 'Seccomp filters need CONFIG_SECCOMP=y and CONFIG_SECCOMP_FILTER=y.',
    source: ['grep -i seccomp /boot/config-$(uname -r)'],
    lines: [
      { host: 'Debian, Ubuntu, Fedora, RHEL', line: 'grep SECCOMP "/boot/config-$(uname -r)"' },
      { host: 'A kernel that shows its configuration (Arch, COS, Talos, kind)', line: 'zgrep SECCOMP /proc/config.gz' },
      { host: 'Any Linux: the actions that the kernel knows', line: 'cat /proc/sys/kernel/seccomp/actions_avail' },
    ],
  },
  {
    kind: 'host',
    id: 'seccomp-messages',
    title: 'Watch seccomp messages of node',
    synonyms: ['logs', 'audit', '/var/log/syslog', 'journalctl', 'tail -f'],
    group: 'On a node or with Docker',
    useful: 'Which syscalls an audit profile logs. The kernel names the process and its program, not the pod.',
    source: ['tail -f /var/log/syslog | grep {pod_name}'],
    changed:
      "The kernel's messages are found by type=1326, since they hold no pod name, and systemd's journal has replaced syslog on most nodes.",
    lines: [
      { host: systemd, line: 'journalctl --dmesg --follow --grep type=1326' },
      { host: 'A host where auditd runs', line: 'ausearch --message SECCOMP --start recent --interpret' },
      { host: 'A host with syslog', line: 'tail -f /var/log/syslog | grep --line-buffered type=1326' },
    ],
  },
  {
    kind: 'host',
    id: 'apparmor-state',
    title: 'Is AppArmor running?',
    synonyms: ['aa-status', 'systemctl status apparmor', 'enabled', 'loaded profiles'],
    group: 'On a node or with Docker',
    useful: 'Whether the node can enforce profiles, and which ones are loaded.',
    source: [
      'systemctl status apparmor',
      'cat /sys/module/apparmor/parameters/enabled',
      'cat /sys/kernel/security/apparmor/profiles',
      'aa-status',
    ],
    lines: [
      { host: 'Is it on in the kernel? (Y or N)', line: 'cat /sys/module/apparmor/parameters/enabled' },
      { host: 'Which profiles are loaded, in which mode?', line: 'sudo cat /sys/kernel/security/apparmor/profiles' },
      { host: 'Both, with the confined processes', line: 'sudo aa-status' },
      { host: `${systemd}: the service that loads profiles`, line: 'systemctl status apparmor' },
    ],
  },
  {
    kind: 'host',
    id: 'load-apparmor-profile',
    title: 'Load AppArmor profile',
    synonyms: ['apparmor_parser', '/etc/apparmor.d'],
    group: 'On a node or with Docker',
    useful: 'A profile must be loaded on every node that the pod may run on, before the pod starts.',
    source: ['apparmor_parser -q /etc/apparmor.d/{profile_name}'],
    changed: 'With --replace the line also works after the profile was changed.',
    lines: [
      {
        host: 'Load, or replace what was loaded',
        line: 'sudo apparmor_parser --replace --quiet /etc/apparmor.d/<profileName>',
      },
      {
        host: 'Only log what it would deny',
        line: 'sudo apparmor_parser --replace --Complain /etc/apparmor.d/<profileName>',
      },
      { host: 'Unload', line: 'sudo apparmor_parser --remove /etc/apparmor.d/<profileName>' },
    ],
  },
  {
    kind: 'host',
    id: 'apparmor-messages',
    title: 'Watch AppArmor messages of node',
    synonyms: ['logs', 'denied', 'complain', 'journalctl'],
    group: 'On a node or with Docker',
    useful: 'What a profile denies, or would deny in complain mode.',
    lines: [
      { host: systemd, line: 'journalctl --dmesg --follow --grep apparmor=' },
      { host: 'A host where auditd runs', line: 'ausearch --message AVC --start recent --interpret' },
    ],
  },
  {
    kind: 'host',
    id: 'host-process-state',
    title: 'Show seccomp, AppArmor and capabilities of host process',
    synonyms: ['getcap', 'getpcaps', 'ps -ef', '/proc/PID/status', 'node'],
    group: 'On a node or with Docker',
    useful: 'The same questions for a process seen from the node, by its number there.',
    source: ['getcap /<path>/<command>', 'getpcaps PID', 'grep -i seccomp /proc/{PID}/status', 'ps -ef'],
    lines: [
      { host: 'Seccomp mode: 0 disabled, 1 strict, 2 filtered', line: 'grep Seccomp: /proc/<process>/status' },
      { host: 'AppArmor profile', line: 'cat /proc/<process>/attr/current' },
      { host: 'Capabilities, with libcap', line: 'getpcaps <process>' },
      { host: 'Capabilities that a program file grants, with libcap', line: 'getcap "$(command -v <program>)"' },
      { host: 'All processes', line: 'ps -ef' },
    ],
  },
  {
    kind: 'host',
    id: 'docker-amicontained',
    title: "What does Docker's default profile block?",
    synonyms: ['amicontained', 'docker run', 'blocked syscalls', 'seccomp'],
    group: 'On a node or with Docker',
    useful: 'Capabilities, seccomp and blocked syscalls of a plain container.',
    source: ['docker run r.j3ss.co/amicontained amicontained'],
    changed: 'The registry r.j3ss.co is gone; the image comes from Docker Hub.',
    lines: [
      { host: 'Docker', line: 'docker run --rm <amicontainedImage> amicontained' },
      { host: 'Podman', line: 'podman run --rm <amicontainedImage> amicontained' },
    ],
  },
  {
    kind: 'host',
    id: 'sandboxed-container',
    title: 'Run container under gVisor or Kata',
    synonyms: ['runsc', 'docker run --runtime', 'runtimeClassName', 'isolation', 'sandbox'],
    group: 'On a node or with Docker',
    useful:
      'To see whether a sandboxed runtime is installed and starts. The kernel in the answer is not that of the host.',
    source: ['docker run --runtime kata -d nginx', 'docker run --runtime runsc -d nginx'],
    changed:
      'Since Kata 2 its runtime is a containerd shim with a name of its own, and --rm leaves no container behind.',
    lines: [
      { host: 'Docker with gVisor', line: 'docker run --rm --runtime=runsc <busyboxImage> dmesg' },
      {
        host: 'Docker 23 or newer with Kata',
        line: 'docker run --rm --runtime=io.containerd.kata.v2 <busyboxImage> uname -r',
      },
      {
        host: 'containerd with Kata',
        line: 'sudo ctr run --rm --runtime io.containerd.kata.v2 <busyboxImage> kata-test uname -r',
      },
    ],
  },
  {
    kind: 'host',
    id: 'falco-service',
    title: 'Start Falco as service',
    synonyms: ['systemctl start falco', 'daemon', 'install'],
    group: 'On a node or with Docker',
    useful: 'Where Falco was installed as a package. In a cluster it runs as a DaemonSet instead.',
    source: ['systemctrl start falco'],
    changed: 'The program is systemctl, and since Falco 0.34 there is one service a driver.',
    lines: [
      {
        host: 'Falco with the modern eBPF driver (usual)',
        line: 'sudo systemctl enable --now falco-modern-bpf.service',
      },
      { host: 'Falco with the kernel module', line: 'sudo systemctl enable --now falco-kmod.service' },
      { host: 'Whichever of them runs', line: "systemctl list-units 'falco*'" },
    ],
  },
  {
    kind: 'host',
    id: 'falco-service-log',
    title: "Follow Falco's log on host",
    synonyms: ['journalctl -fu falco', 'alerts', 'logs'],
    group: 'On a node or with Docker',
    useful: 'The alerts of a Falco that runs as a service.',
    source: ['journalctl -fu falco'],
    changed: 'The unit is matched by a pattern, since its name holds the driver.',
    lines: [{ host: systemd, line: "sudo journalctl --follow --unit='falco*'" }],
  },
  {
    kind: 'host',
    id: 'falco-configuration',
    title: "Look at Falco's configuration",
    synonyms: ['falco.yaml', 'falco_rules.local.yaml', 'rules'],
    group: 'On a node or with Docker',
    useful:
      'Settings are in falco.yaml, the rules that came with it in falco_rules.yaml, your own in falco_rules.local.yaml or rules.d/.',
    lines: [
      { host: 'Settings', line: 'sudo less /etc/falco/falco.yaml' },
      { host: 'Your own rules', line: 'sudoedit /etc/falco/falco_rules.local.yaml' },
      { host: 'Check rules before they are loaded', line: 'sudo falco --validate /etc/falco/falco_rules.local.yaml' },
    ],
  },
  {
    kind: 'host',
    id: 'admission-plugins',
    title: 'Enable admission plugin',
    synonyms: [
      'admission controller',
      'ImagePolicyWebhook',
      'kube-apiserver.yaml',
      '--enable-admission-plugins',
      'systemctl edit',
    ],
    group: 'On a node or with Docker',
    useful: "The API server's flags --enable-admission-plugins and --admission-control-config-file.",
    source: ['systemctl edit service_name', 'vim /etc/kubernetes/manifests/kube-apiserver.yaml'],
    changed: 'The kubelet restarts the API server when its manifest changes, so keep the copy outside of that folder.',
    lines: [
      { host: 'kubeadm: keep a copy first', line: 'sudo cp /etc/kubernetes/manifests/kube-apiserver.yaml /root/' },
      { host: 'kubeadm', line: 'sudoedit /etc/kubernetes/manifests/kube-apiserver.yaml' },
      { host: 'An API server run by systemd', line: 'sudo systemctl edit kube-apiserver.service' },
    ],
  },
];
