import { readOnce } from '../../readOnce';
import type { ObjectFacts } from './objectFacts';

/** What only some kinds have. */
type FactOfSomeKinds =
  | 'pod'
  | 'service'
  | 'autoscaler'
  | 'limitRange'
  | 'serviceAccount'
  | 'binding'
  | 'role'
  | 'networkPolicy';

/** An object of which something is known that only some kinds have. */
export type ObjectWith<Fact extends FactOfSomeKinds> = ObjectFacts & Required<Pick<ObjectFacts, Fact>>;

type ObjectsByFact = { [Fact in FactOfSomeKinds]?: readonly ObjectWith<Fact>[] | undefined };

const byFact = readOnce((_objects: readonly ObjectFacts[]): ObjectsByFact => ({}));

function has<Fact extends FactOfSomeKinds>(object: ObjectFacts, fact: Fact): object is ObjectWith<Fact> {
  return object[fact] !== undefined;
}

/** Those of some objects of which something is known, in their order; found once, however many rules and pods ask. */
export function objectsWith<Fact extends FactOfSomeKinds>(
  objects: readonly ObjectFacts[],
  fact: Fact,
): readonly ObjectWith<Fact>[] {
  const known: { [Asked in Fact]?: readonly ObjectWith<Asked>[] | undefined } = byFact(objects);
  const found = known[fact] ?? objects.filter((object) => has(object, fact));
  known[fact] = found;
  return found;
}
