import type { FileFault, ReadableFiles, SearchableFolders } from '../files';
import type { FilePolicy } from './judgedFile';
import { type JudgeNews, type JudgeState, type Members, takeFolder } from './judgeState';
import { type FoundMember, sortMembers } from './sortMembers';

/** What members are looked for with. */
export interface MemberSources {
  readonly files: ReadableFiles & SearchableFolders;
  readonly policyOf: (uri: string) => Promise<FilePolicy>;
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
