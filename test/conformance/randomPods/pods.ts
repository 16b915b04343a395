import { choosing, type Making } from './choosing';
import { randomContainers } from './containers';
import type { Random, Value } from './random';
import { randomSecurityContext } from './securityContexts';
import { randomVolumes } from './volumes';

/** What a pod is made of: its metadata and its spec. */
export interface RandomPod {
  readonly metadata: { readonly [key: string]: Value | undefined };
  readonly spec: { readonly [key: string]: Value | undefined };
}

/** A pod that asks for anything that a level of the Pod Security Standards has to do with. */
export function randomPod(random: Random): RandomPod {
  const isWindows = random.chance(0.08);
  const making: Making = {
    random,
    rate: random.pick([0.02, 0.06, 0.12, 0.25]),
    isWindows,
    isHardened: random.chance(0.7),
    hasUserNamespace: !isWindows && random.chance(0.15),
    isHostProcess: isWindows && random.chance(0.3),
  };
  const { sometimes } = choosing(making);
  const ofNode = (): Value | undefined =>
    making.hasUserNamespace ? sometimes([false, null], [true]) : sometimes([true, true, false, null]);
  return {
    metadata: { labels: { app: 'web' }, annotations: sometimes([null, {}]) ?? annotations(making) },
    spec: {
      os: isWindows
        ? random.pick([{ name: 'windows' }, { name: 'windows' }, null])
        : sometimes([{ name: 'linux' }, null], [{ name: 'windows' }, {}]),
      nodeSelector: isWindows
        ? { 'kubernetes.io/os': 'windows' }
        : sometimes([null, { 'kubernetes.io/os': 'linux' }, { 'kubernetes.io/os': 'windows' }]),
      hostNetwork: making.isHostProcess ? true : ofNode(),
      hostPID: isWindows ? undefined : ofNode(),
      hostIPC: isWindows ? undefined : ofNode(),
      hostUsers: making.hasUserNamespace ? false : sometimes([true, null], [false]),
      shareProcessNamespace: sometimes([false], [true]),
      securityContext: randomSecurityContext(making, 'pod'),
      volumes: randomVolumes(making),
      initContainers: sometimes([null, []]) ?? (random.chance(0.3) ? randomContainers(making, 'setup') : undefined),
      containers: randomContainers(making, 'web'),
      ephemeralContainers: random.chance(0.01) ? randomContainers(making, 'debug') : undefined,
    },
  };
}

const appArmor = 'container.apparmor.security.beta.kubernetes.io/';
const seccomp = 'container.seccomp.security.alpha.kubernetes.io/';

function annotations(making: Making): Value | undefined {
  const { sometimes } = choosing(making);
  const refused = ['', null, 'Unconfined', 'localhost'] as const;
  const appArmorProfile = () => sometimes(['runtime/default', 'unconfined', 'localhost/web'], refused);
  const seccompProfile = () =>
    sometimes(['runtime/default', 'docker/default', 'unconfined', 'localhost/web.json'], refused);
  const written = {
    [`${appArmor}web-0`]: appArmorProfile(),
    [`${appArmor}setup-0`]: making.random.chance(0.1) ? appArmorProfile() : undefined,
    'seccomp.security.alpha.kubernetes.io/pod': seccompProfile(),
    [`${seccomp}web-0`]: seccompProfile(),
    [`${seccomp}other`]: seccompProfile(),
  };
  return Object.values(written).every((value) => value === undefined) ? undefined : written;
}
