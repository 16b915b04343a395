import { descend, isMapping, mayHaveMore, member, members, pathOf, stringOf } from '../../../yaml/field/field';
import { type Edit, remove, set } from '../../../yaml/write/edits';
import { type Rewrite, sameSchema } from './rewriting';

/** What the defaults of apps/v1 change (Deprecated API Migration Guide, 1.16). */
const changedDefaults: Readonly<Record<string, string>> = {
  'extensions/v1beta1/DaemonSet': 'the update strategy defaults to RollingUpdate',
  'extensions/v1beta1/Deployment': 'update strategy, history and progress deadline have other defaults',
  'apps/v1beta1/Deployment': 'the history defaults to 10 revisions',
  'apps/v1beta1/StatefulSet': 'the update strategy defaults to RollingUpdate',
};

/** Fields that apps/v1 does not have. */
const droppedFields = ['rollbackTo', 'templateGeneration'];

/** apps/v1 wants the selector written that older versions read off the template's labels. */
export const workload: Rewrite = ({ root, group, version, kind }) => {
  const spec = member(root, 'spec');
  const selector = member(spec, 'selector');
  const edits: Edit[] = droppedFields
    .map((name) => member(spec, name))
    .filter(({ state }) => state !== 'absent')
    .map((field) => remove(pathOf(field)));
  const labels = descend(spec, 'template', 'metadata', 'labels');
  if (selector.state === 'absent' && isMapping(labels)) {
    const written = members(labels).map(({ name, value }) => [name, stringOf(value)] as const);
    if (mayHaveMore(labels) || written.some(([, value]) => value === undefined)) return undefined;
    edits.push(
      set(pathOf(selector), { matchLabels: Object.fromEntries(written.map(([name, value]) => [name, value ?? ''])) }),
    );
  }
  const defaults = changedDefaults[`${group}/${version}/${kind}`];
  if (edits.length === 0 && defaults === undefined) return sameSchema;
  const addsSelector = edits.some(({ kind: edit }) => edit === 'set');
  const changes = [...(addsSelector ? ['adds the selector that was implied'] : []), ...(defaults ? [defaults] : [])];
  return { fixClass: 'ask', edits, ...(changes.length > 0 && { changes: changes.join('; ') }) };
};
