import { readOnce } from '../../yaml/readOnce';
import type { ObjectFacts } from './objectFacts';

/** What only some kinds have. */
const factsOfSomeKinds = [
  'pod',
  'service',
  'autoscaler',
  'limitRange',
  'serviceAccount',
  'binding',
  'role',
  'networkPolicy',
] as const satisfies readonly (keyof ObjectFacts)[];

type FactOfSomeKinds = (typeof factsOfSomeKinds)[number];

/** An object of which something is known that only some kinds have. */
export type ObjectWith<Fact extends FactOfSomeKinds> = ObjectFacts & Required<Pick<ObjectFacts, Fact>>;

type ObjectsByFact = { readonly [Fact in FactOfSomeKinds]: ObjectWith<Fact>[] };

const byFact = readOnce((objects: readonly ObjectFacts[]): ObjectsByFact => {
  const found: ObjectsByFact = {
    pod: [],
    service: [],
    autoscaler: [],
    limitRange: [],
    serviceAccount: [],
    binding: [],
    role: [],
    networkPolicy: [],
  };
  for (const object of objects) for (const fact of factsOfSomeKinds) add(found, fact, object);
  return found;
});

function add<Fact extends FactOfSomeKinds>(found: ObjectsByFact, fact: Fact, object: ObjectFacts): void {
  if (has(object, fact)) found[fact].push(object);
}

function has<Fact extends FactOfSomeKinds>(object: ObjectFacts, fact: Fact): object is ObjectWith<Fact> {
  return object[fact] !== undefined;
}

/** Those of some objects of which something is known, in their order; found once, however many rules and pods ask. */
export function objectsWith<Fact extends FactOfSomeKinds>(
  objects: readonly ObjectFacts[],
  fact: Fact,
): readonly ObjectWith<Fact>[] {
  return byFact(objects)[fact];
}
