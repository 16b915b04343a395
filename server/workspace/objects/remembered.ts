/** Remembers answers to questions about kinds (told apart by the list that holds them) and a namespace. */
export function remembered<Found>(
  find: (kinds: readonly string[], namespace: string | undefined) => Found,
): (kinds: readonly string[], namespace: string | undefined) => Found {
  const byKinds = new Map<readonly string[], Map<string | undefined, Found>>();
  return (kinds, namespace) => {
    const ofKinds = byKinds.get(kinds) ?? new Map<string | undefined, Found>();
    byKinds.set(kinds, ofKinds);
    const known = ofKinds.get(namespace);
    if (known !== undefined) return known;
    const found = find(kinds, namespace);
    ofKinds.set(namespace, found);
    return found;
  };
}
