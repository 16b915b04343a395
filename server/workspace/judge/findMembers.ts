import type { FileFault, ReadableFiles, SearchableFolders } from '../files';
import type { FilePolicy } from './judgedFile';
import { type JudgeNews, type JudgeState, type Members, takeFolder } from './judgeState';

/** What members are looked for with. */
export interface MemberSources {
  readonly files: ReadableFiles & SearchableFolders;
  readonly policyOf: (uri: string) => Promise<FilePolicy>;
}

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

/** Looks for the files of neighbourhoods, and of the neighbourhoods inside of these whose findings are told. */
export async function findMembers(
  state: JudgeState,
  wanted: readonly string[],
  { files, policyOf }: MemberSources,
): Promise<{ readonly members: Members; readonly news: readonly JudgeNews[] }> {
  const members = new Map<string, string | undefined>();
  const news: JudgeNews[] = [];
  const folders = new Set(wanted);
  for (const folder of folders) {
    const found = await files.find(folder);
    const candidates: FoundMember[] = [];
    for (const { uri, size } of found.files) candidates.push({ uri, size, policy: await policyOf(uri) });
    const { own, single, others } = sortMembers(folder, candidates, state.isShown);
    const unread: string[] = [];
    for (const uri of found.unread) {
      const { options, neighbourhood } = await policyOf(uri);
      if (options.state !== 'excluded' && neighbourhood === folder) unread.push(uri);
    }
    for (const other of others) folders.add(other);
    news.push(...found.faults.map(faultNews), ...takeFolder(state, folder, { files: own, unread }));
    for (const { uri } of own) members.set(uri, folder);
    for (const uri of single) if (!members.has(uri)) members.set(uri, undefined);
  }
  for (const folder of state.neighbourhoods.keys()) if (!folders.has(folder)) state.neighbourhoods.delete(folder);
  return { members, news };
}

function faultNews({ uri, message }: FileFault): JudgeNews {
  return { kind: 'fault', uri, message };
}
