import { type Field, items, mayHaveMore, member, members, pathOf, stringOf } from '../../../yaml/field/field';
import { type Edit, remove, set } from '../../../yaml/write/edits';
import { type Rewrite, sameSchema } from './rewriting';

/** The labels of an endpoint's topology that have a field of their own in v1. */
const fieldOfLabel: Readonly<Record<string, string>> = {
  'kubernetes.io/hostname': 'nodeName',
  'topology.kubernetes.io/zone': 'zone',
};

/** In v1 an endpoint names its node and zone; what else its topology held can't be written any more. */
export const endpointSlice: Rewrite = ({ root }) => {
  const endpoints = member(root, 'endpoints');
  if (mayHaveMore(endpoints)) return undefined;
  const edits: Edit[] = [];
  for (const endpoint of items(endpoints)) {
    const topology = member(endpoint, 'topology');
    if (topology.state === 'absent') continue;
    if (mayHaveMore(topology)) return undefined;
    edits.push(remove(pathOf(topology)));
    for (const moved of movedLabels(endpoint, topology)) {
      if (!moved) return undefined;
      edits.push(moved);
    }
  }
  if (edits.length === 0) return sameSchema;
  return { fixClass: 'ask', edits, changes: 'topology becomes nodeName and zone; its other labels go' };
};

function movedLabels(endpoint: Field, topology: Field): (Edit | undefined)[] {
  return members(topology).flatMap(({ name, value }) => {
    const field = fieldOfLabel[name];
    if (field === undefined || member(endpoint, field).state !== 'absent') return [];
    const written = stringOf(value);
    return [written === undefined ? undefined : set([...pathOf(endpoint), field], written)];
  });
}
