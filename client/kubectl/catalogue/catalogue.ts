import { accessHelpers } from './access';
import type { Helper } from './helper';
import { hostHelpers } from './hosts';
import { isolationHelpers } from './isolation';
import { kubeconfigHelpers, shellHelper } from './kubeconfig';
import { manifestHelpers } from './manifests';
import { podHelpers } from './pods';
import { resourceHelpers } from './resources';
import { rolloutHelpers } from './rollouts';

/** The command that runs a helper: `executeCommand(runHelperCommand, { id })`, or without an id to pick one. */
export const runHelperCommand = 'seaworthy.runHelper';

/** Every helper, in the order of their groups. */
export const helpers: readonly Helper[] = [
  ...podHelpers,
  ...resourceHelpers,
  ...manifestHelpers,
  ...rolloutHelpers,
  ...accessHelpers,
  ...isolationHelpers,
  ...kubeconfigHelpers,
  shellHelper,
  ...hostHelpers,
];

const helpersById = new Map(helpers.map((helper) => [helper.id, helper]));

/** The helper with this id, if there is one. */
export function helperById(id: string): Helper | undefined {
  return helpersById.get(id);
}

/** The command by which a helper stands in the palette. */
export function commandOf({ id }: Helper): string {
  return `seaworthy.kubectl.${id}`;
}
