import { choosing, type Making } from './choosing';
import type { Value } from './random';

/** The security context of a pod or a container; undefined for none. */
export function randomSecurityContext(making: Making, of: 'pod' | 'container'): Value | undefined {
  const { random, isHardened, isWindows } = making;
  const { sometimes } = choosing(making);
  if (random.chance(making.rate / 8)) return random.pick([null, {}]);
  const context = {
    ...usersOf(making, of),
    windowsOptions: windowsOptions(making, of),
    ...(!isWindows || random.chance(0.03) ? (of === 'pod' ? podFields(making) : containerFields(making)) : {}),
    ...(!isWindows || random.chance(0.03) ? confinement(making, of) : {}),
  };
  const isEmpty = Object.values(context).every((value) => value === undefined);
  return isEmpty && !isHardened ? sometimes([{}, null]) : context;
}

function usersOf(making: Making, of: 'pod' | 'container') {
  const { sometimes, mostly } = choosing(making);
  const isHardened = making.isHardened && of === 'pod';
  return {
    runAsNonRoot: mostly(isHardened ? true : undefined, [true, false, null]),
    runAsUser: making.isWindows ? undefined : sometimes([0, 1000, 10_001, null]),
    runAsGroup: making.isWindows ? undefined : sometimes([0, 1000]),
  };
}

function windowsOptions(making: Making, of: 'pod' | 'container'): Value | undefined {
  const { random } = making;
  const { sometimes } = choosing(making);
  if (making.isHostProcess) return of === 'pod' || random.chance(0.3) ? { hostProcess: true } : undefined;
  const options = sometimes([{ hostProcess: false }, { hostProcess: null }, {}, null], [{ hostProcess: true }]);
  return making.isWindows && random.chance(0.3) ? { runAsUserName: 'ContainerUser' } : options;
}

const profiles = [
  { type: 'RuntimeDefault' },
  { type: 'Unconfined' },
  { type: 'Localhost', localhostProfile: 'web.json' },
  null,
] as const;

const refusedProfiles = [
  { type: 'Localhost' },
  { type: '' },
  { type: null },
  { type: 'runtimedefault' },
  { type: 'runtime/default' },
  {},
] as const;

const seLinux = [
  {},
  null,
  { type: 'container_t' },
  { type: 'container_init_t' },
  { type: 'container_kvm_t' },
  { type: 'container_engine_t' },
  { type: 'spc_t' },
  { type: '' },
  { type: null, user: null, role: null, level: null },
  { user: 'system_u' },
  { role: 'sysadm_r' },
  { user: '', role: '' },
  { level: 's0:c1,c2' },
  { level: 's0', type: 'Container_t' },
] as const;

function confinement(making: Making, of: 'pod' | 'container') {
  const { sometimes, mostly } = choosing(making);
  const usual = making.isHardened && of === 'pod' ? { type: 'RuntimeDefault' } : undefined;
  return {
    seccompProfile: mostly(usual, profiles, refusedProfiles),
    appArmorProfile: sometimes(profiles, refusedProfiles),
    seLinuxOptions: sometimes(seLinux),
  };
}

const sysctls = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
  'net.ipv4.tcp_slow_start_after_idle',
  'net.ipv4.tcp_notsent_lowat',
  'net/ipv4/tcp_syncookies',
  'kernel.msgmax',
  'net.core.somaxconn',
  'fs.mqueue.msg_max',
] as const;

function podFields(making: Making) {
  const { random } = making;
  const { sometimes } = choosing(making);
  const list = Array.from({ length: 1 + random.below(2) }, () => ({ name: random.pick(sysctls), value: '1' }));
  return {
    fsGroup: sometimes([0, 1000]),
    supplementalGroups: sometimes([[0], [1000], [], null]),
    sysctls: sometimes([list, list, list, [], null]),
  };
}

const capabilities = [
  'NET_BIND_SERVICE',
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
  'NET_RAW',
  'SYS_ADMIN',
  'CAP_CHOWN',
  'chown',
  'ALL',
  'all',
  '',
  ' CHOWN',
  null,
] as const;

function containerFields(making: Making) {
  const { random, isHardened, hasUserNamespace } = making;
  const { sometimes, mostly } = choosing(making);
  const all: Value = ['ALL'];
  const add = Array.from({ length: 1 + random.below(3) }, () => random.pick(capabilities));
  const drop: Value[] = [['ALL'], ['all'], ['NET_RAW'], ['NET_RAW', 'ALL'], ['CAP_ALL'], [null], ['ALL', null], []];
  const dropped = mostly(isHardened ? all : undefined, [random.pick([all, ...drop]), null]);
  const added = sometimes([add, add, [random.pick(capabilities)], [], null]);
  return {
    allowPrivilegeEscalation: mostly(isHardened ? false : undefined, [true, false, null]),
    capabilities: dropped === undefined && added === undefined ? sometimes([{}, null]) : { add: added, drop: dropped },
    privileged: sometimes([true, false, null]),
    procMount: sometimes(hasUserNamespace ? ['Default', 'Unmasked', null] : ['Default', null], [
      'Unmasked',
      'default',
      '',
    ]),
    readOnlyRootFilesystem: sometimes([true, false, null]),
  };
}
