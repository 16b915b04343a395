import { descend, items, mayHaveMore, pathOf, stringOf } from '../../../yaml/field/field';
import { remove, set } from '../../../yaml/write/edits';
import { type Rewrite, sameSchema } from './rewriting';

/** `spec.group` of v1beta1 is `spec.groups` in v1. */
export const accessReview: Rewrite = ({ root }) => {
  const group = descend(root, 'spec', 'group');
  if (group.state === 'absent') return sameSchema;
  const groups = items(group).flatMap((item) => stringOf(item) ?? []);
  if (mayHaveMore(group) || groups.length !== items(group).length) return undefined;
  return {
    fixClass: 'ask',
    edits: [remove(pathOf(group)), set([...pathOf(group).slice(0, -1), 'groups'], groups)],
    changes: 'spec.group becomes spec.groups',
  };
};
