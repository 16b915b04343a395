/** Kinds of pages that come by the dozen; their addresses are `rules/ID` and `snippets/ID`. */
const collections: ReadonlySet<string> = new Set(['rules', 'snippets']);

/** The page that a place is on: `seccomp` for `seccomp/modes`, `rules/host-pid` for itself. */
export function pageOf(address: string): string {
  const [first = '', second] = address.split('/');
  return collections.has(first) && second ? `${first}/${second}` : first;
}

/** True for what can be an address: words in lower case, digits and hyphens, joined by slashes. */
export function isAddress(text: string): boolean {
  return text.length <= 200 && /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/.test(text);
}
