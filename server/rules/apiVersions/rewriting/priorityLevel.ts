import { descend, numberOf, pathOf } from '../../../yaml/field/field';
import { remove, set } from '../../../yaml/write/edits';
import { type Rewrite, sameSchema } from './rewriting';

/** Where nothing is written, or 0 before v1. */
const defaultShares = 30;

/** The shares of a limited level have another name since v1beta3, and 0 of them means 0 since v1. */
export const priorityLevel: Rewrite = ({ root, version }, to) => {
  const field = version === 'v1beta3' ? 'nominalConcurrencyShares' : 'assuredConcurrencyShares';
  const shares = descend(root, 'spec', 'limited', field);
  if (shares.state === 'absent') return sameSchema;
  const written = numberOf(shares);
  if (written === undefined) return undefined;
  const meant = written === 0 && to.version === 'v1' ? defaultShares : written;
  if (field === 'nominalConcurrencyShares' && meant === written) return sameSchema;
  const renamed = [...pathOf(shares).slice(0, -1), 'nominalConcurrencyShares'];
  return {
    fixClass: 'ask',
    edits: [...(field === 'nominalConcurrencyShares' ? [] : [remove(pathOf(shares))]), set(renamed, meant)],
    changes: `spec.limited.nominalConcurrencyShares is ${meant}, as before`,
  };
};
