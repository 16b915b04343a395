import { member, rangeOf } from '../../yaml/field/field';
import { holds } from '../../yaml/parsing/ranges';
import { type Chain, findActions, findChains } from '../../yaml/templates/templateActions';
import { isTemplated } from '../../yaml/templates/templates';
import type { KubernetesObject } from './objects';

/** Words by which a chart asks for the version of the cluster, or for the APIs that it has. */
const asksForVersion = /capabilities|apiVersions?\b|semverCompare|kubeVersion/i;

/**
 * True for an object whose API version a template chooses: it stands in a branch of a condition on the cluster's
 * version, or another branch writes another API version. Which branch is taken can't be seen from here, and the author
 * has thought of it.
 */
export function isVersionChosenByTemplate({ root }: KubernetesObject): boolean {
  const { source } = root.tree;
  if (!isTemplated(source)) return false;
  const offset = rangeOf(member(root, 'apiVersion')).start;
  const chooses = ({ start, branches }: Chain) => {
    const actions = branches.map((branch, index) => source.slice(branches[index - 1]?.end ?? start, branch.start));
    if (actions.some((action) => asksForVersion.test(action))) return true;
    return branches.filter(({ start: from, end }) => /^\s*apiVersion:/m.test(source.slice(from, end))).length > 1;
  };
  const within = (chains: readonly Chain[]): boolean =>
    chains.some((chain) => {
      if (!holds(chain, offset)) return false;
      return chooses(chain) || chain.branches.some(({ chains: inner }) => within(inner));
    });
  return within(findChains(source, findActions(source)).chains);
}
