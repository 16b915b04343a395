/**
 * A function that works something out for a thing the first time it is asked, and remembers it for as long as the thing
 * is there: many rules ask the same of a pod.
 */
export function readOnce<Subject extends object, Result>(
  read: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, { readonly result: Result }>();
  return (subject) => {
    let found = known.get(subject);
    if (!found) {
      found = { result: read(subject) };
      known.set(subject, found);
    }
    return found.result;
  };
}
