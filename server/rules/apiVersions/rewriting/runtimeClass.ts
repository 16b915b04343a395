import { descend, pathOf, stringOf } from '../../../yaml/field/field';
import { remove, set } from '../../../yaml/write/edits';
import type { Rewrite } from './rewriting';

/** The handler stood in a `spec` in v1alpha1; everything else came later. */
export const runtimeClass: Rewrite = ({ root }) => {
  const handler = descend(root, 'spec', 'runtimeHandler');
  const name = stringOf(handler);
  if (name === undefined) return undefined;
  return {
    fixClass: 'ask',
    edits: [remove(pathOf(handler)), set([...pathOf(root), 'handler'], name)],
    changes: 'spec.runtimeHandler becomes handler',
  };
};
