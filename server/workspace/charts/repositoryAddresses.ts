import { joined } from '../uris';
import type { ValuesReader } from './valuesReader';

/** The addresses that a repository knows others of its kind by; none where it has none, or nobody knows. */
export async function ownAddresses(repository: string | undefined, { text }: ValuesReader): Promise<string[]> {
  if (repository === undefined) return [];
  const read = await text(joined(repository, '.git/config'));
  return 'text' in read ? [...read.text.matchAll(/^[ \t]*url[ \t]*=[ \t]*(\S+)/gm)].map(([, url = '']) => url) : [];
}

/**
 * True for an address that may be of the same repository. There are several ways to a repository, and forks of it, so
 * that only the last name tells; without addresses nothing does.
 */
export function sameRepository(url: string, addresses: readonly string[]): boolean {
  return addresses.length === 0 || addresses.some((address) => lastName(address) === lastName(url));
}

function lastName(url: string): string {
  const path = url.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  return path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1)
    .replace(/\.git$/, '')
    .toLowerCase();
}
