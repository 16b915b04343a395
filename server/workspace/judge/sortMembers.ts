import type { FilePolicy } from './judgedFile';

/** A file that was found in a folder, with how the file is judged. */
export interface FoundMember {
  readonly uri: string;
  /** In bytes. */
  readonly size: number;
  readonly policy: FilePolicy;
}

/** What a folder holds, by whose neighbours the files are. */
export interface SortedMembers {
  /** The files of the folder's own neighbourhood. */
  readonly own: readonly FoundMember[];
  /** Files that are judged by themselves. */
  readonly single: readonly string[];
  /** The folders below this one that have a neighbourhood of their own. */
  readonly others: ReadonlySet<string>;
}

/** Sorts the files below a folder by their neighbourhoods; files of other neighbourhoods count where their findings are told. */
export function sortMembers(
  folder: string,
  found: readonly FoundMember[],
  isShown: (uri: string) => boolean,
): SortedMembers {
  const own: FoundMember[] = [];
  const single: string[] = [];
  const others = new Set<string>();
  for (const member of found) {
    const { uri, policy } = member;
    if (policy.options.state === 'excluded') continue;
    if (policy.neighbourhood === folder) own.push(member);
    else if (isShown(uri)) {
      if (policy.neighbourhood === undefined) single.push(uri);
      else others.add(policy.neighbourhood);
    }
  }
  return { own, single, others };
}
