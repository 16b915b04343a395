import { descend, isMapping, mayHaveMore, members } from '../../../yaml/field/field';
import { type Rewrite, sameSchema } from './rewriting';

/** An empty selector selected nothing in v1beta1 and selects every pod of the namespace in v1. */
export const disruptionBudget: Rewrite = ({ root }) => {
  const selector = descend(root, 'spec', 'selector');
  if (selector.state === 'absent') return sameSchema;
  const asks = members(selector).some(
    ({ value }) => value.state === 'known' && (!isMapping(value) || members(value).length > 0),
  );
  if (asks) return sameSchema;
  if (mayHaveMore(selector)) return undefined;
  return {
    fixClass: 'ask',
    edits: [],
    changes: 'the empty selector, which selected no pod, will select every pod of the namespace',
  };
};
