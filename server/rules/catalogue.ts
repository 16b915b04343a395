import { addedCapability } from './baseline/addedCapability';
import { appArmorProfile } from './baseline/appArmorProfile';
import { hostIpc } from './baseline/hostIpc';
import { hostNetwork } from './baseline/hostNetwork';
import { hostPathVolume } from './baseline/hostPathVolume';
import { hostPid } from './baseline/hostPid';
import { hostPort } from './baseline/hostPort';
import { hostProcess } from './baseline/hostProcess';
import { privilegedContainer } from './baseline/privilegedContainer';
import { probeHost } from './baseline/probeHost';
import { procMount } from './baseline/procMount';
import { seccompUnconfined } from './baseline/seccompUnconfined';
import { seLinuxOptions } from './baseline/seLinuxOptions';
import { unsafeSysctl } from './baseline/unsafeSysctl';
import type { Rule } from './rule';
import { yamlSyntax } from './yamlSyntax';

/** Every rule, in the order in which documentation lists them. */
export const rules: readonly Rule[] = [
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
  yamlSyntax,
];

/** The rule with an id, if there is one. */
export function ruleNamed(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
