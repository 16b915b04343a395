import { items, mayHaveMore, member, pathOf, stringOf } from '../../../yaml/field/field';
import { type Edit, set } from '../../../yaml/write/edits';
import type { Rewrite } from './rewriting';

/** What v1beta1 put in where nothing was written; v1 has other defaults, or wants the field (Migration Guide, 1.22). */
const formerDefaults = {
  failurePolicy: 'Ignore',
  matchPolicy: 'Exact',
  timeoutSeconds: 30,
  admissionReviewVersions: ['v1beta1'],
} as const;

/** Writes the defaults that a webhook relied on. Whether it has side effects only its author knows. */
export const webhookConfiguration: Rewrite = ({ root }) => {
  const webhooks = member(root, 'webhooks');
  if (mayHaveMore(webhooks)) return undefined;
  const edits: Edit[] = [];
  for (const webhook of items(webhooks)) {
    for (const [name, value] of Object.entries(formerDefaults)) {
      const field = member(webhook, name);
      if (field.state === 'absent') edits.push(set(pathOf(field), value));
    }
    const sideEffects = member(webhook, 'sideEffects');
    const written = stringOf(sideEffects);
    const isRefused = written === 'Unknown' || written === 'Some';
    if (sideEffects.state === 'absent' || isRefused) edits.push(set(pathOf(sideEffects), 'None'));
  }
  return { fixClass: 'ask', edits, changes: 'writes the former defaults; sideEffects: None is a promise, check it' };
};
