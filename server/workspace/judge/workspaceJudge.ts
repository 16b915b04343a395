import type { FileFacts } from './fileFacts';
import { findMembers } from './findMembers';
import type { JudgeListener, JudgeSources, Wanted } from './judgeListener';
import { nothingKnown, takeOpen, takeOthers } from './judgeState';
import { type Judge, readAll, renew, tell } from './judging';

/** Reads neighbourhoods from files, judges their closed files, and keeps both current. */
export interface WorkspaceJudge {
  /** Reads everything. False if it was ended before it was through. */
  readonly read: (wanted: Wanted) => Promise<boolean>;
  /**
   * Reads changed files anew, and judges those that they concern.
   *
   * @param areOthers true if files came or went that nobody has named: a folder, say
   */
  readonly update: (changed: ReadonlySet<string>, areOthers: boolean) => Promise<void>;
  /** Takes over from the editor what an open file tells; undefined when it was closed. */
  readonly setOpen: (folder: string, uri: string, facts: FileFacts | undefined) => Promise<void>;
  /** What the files of a neighbourhood tell. */
  readonly factsIn: (folder: string) => Iterable<FileFacts>;
}

/**
 * The judge of the files of a disk. What is kept of them is plain data: parsing a file twice takes less time than it
 * takes to keep thousands of trees, and far less memory.
 */
export function workspaceJudge(sources: JudgeSources, listener: JudgeListener): WorkspaceJudge {
  const state = nothingKnown();
  const judge: Judge = { state, sources, listener };
  return {
    factsIn: (folder) => state.neighbourhoods.get(folder)?.files.facts() ?? [],
    read: (wanted) => readAll(judge, wanted),
    async update(changed, areOthers) {
      for (const uri of changed) sources.charts?.changed(uri, areOthers);
      const uris = new Set([...changed].filter((uri) => state.members.has(uri)));
      if (areOthers) {
        const found = await findMembers(state, [...state.neighbourhoods.keys()], sources);
        const others = takeOthers(state, found.members);
        await tell(judge, [...found.news, ...others.news]);
        for (const uri of others.came) uris.add(uri);
      }
      for (const uri of changed) if ((await sources.charts?.foldersOf(uri))?.length) uris.add(uri);
      await renew(judge, uris);
    },
    async setOpen(folder, uri, facts) {
      await tell(judge, takeOpen(state, folder, uri, facts));
      await renew(judge, facts ? [] : [uri]);
    },
  };
}
