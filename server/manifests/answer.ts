/** An answer to a question about objects: null where a template or what can't be seen from here decides. */
export type Answer = boolean | null;

/** Whether all hold: one that doesn't settles it, whatever the unknown ones may be. */
export function all(answers: Iterable<Answer>): Answer {
  let isKnown = true;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer === null) isKnown = false;
  }
  return isKnown ? true : null;
}

/** Whether any holds: one that does settles it, whatever the unknown ones may be. */
export function any(answers: Iterable<Answer>): Answer {
  let isKnown = true;
  for (const answer of answers) {
    if (answer === true) return true;
    if (answer === null) isKnown = false;
  }
  return isKnown ? false : null;
}

/** The contrary; unknown stays unknown. */
export function not(answer: Answer): Answer {
  return answer === null ? null : !answer;
}
