/** An answer to a question about objects: null where a template or what can't be seen from here decides. */
export type Truth = boolean | null;

/** Whether all hold: one that doesn't settles it, whatever the unknown ones may be. */
export function all(truths: Iterable<Truth>): Truth {
  let isKnown = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === null) isKnown = false;
  }
  return isKnown ? true : null;
}

/** Whether any holds: one that does settles it, whatever the unknown ones may be. */
export function any(truths: Iterable<Truth>): Truth {
  let isKnown = true;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === null) isKnown = false;
  }
  return isKnown ? false : null;
}

/** The contrary; unknown stays unknown. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
