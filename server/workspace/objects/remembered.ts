/** Remembers answers to questions about kinds (told apart by the list that holds them) and a namespace. */
export function remembered<Answer>(
  answer: (kinds: readonly string[], namespace: string | undefined) => Answer,
): (kinds: readonly string[], namespace: string | undefined) => Answer {
  const answers = new Map<readonly string[], Map<string | undefined, Answer>>();
  return (kinds, namespace) => {
    const ofKinds = answers.get(kinds) ?? new Map<string | undefined, Answer>();
    answers.set(kinds, ofKinds);
    const known = ofKinds.get(namespace);
    if (known !== undefined) return known;
    const found = answer(kinds, namespace);
    ofKinds.set(namespace, found);
    return found;
  };
}
