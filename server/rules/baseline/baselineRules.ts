import type { Rule } from '../rule';
import { addedCapability } from './addedCapability';
import { appArmorProfile } from './appArmorProfile';
import { hostIpc } from './hostIpc';
import { hostNetwork } from './hostNetwork';
import { hostPathVolume } from './hostPathVolume';
import { hostPid } from './hostPid';
import { hostPort } from './hostPort';
import { hostProcess } from './hostProcess';
import { privilegedContainer } from './privilegedContainer';
import { probeHost } from './probeHost';
import { procMount } from './procMount';
import { seccompUnconfined } from './seccompUnconfined';
import { seLinuxOptions } from './seLinuxOptions';
import { unsafeSysctl } from './unsafeSysctl';

/** The Pod Security Standards' baseline level, in the order in which documentation lists it. */
export const baselineRules: readonly Rule[] = [
  hostProcess,
  hostNetwork,
  hostPid,
  hostIpc,
  privilegedContainer,
  addedCapability,
  hostPathVolume,
  hostPort,
  appArmorProfile,
  seLinuxOptions,
  procMount,
  seccompUnconfined,
  unsafeSysctl,
  probeHost,
];
