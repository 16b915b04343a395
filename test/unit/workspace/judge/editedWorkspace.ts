import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnosticsOf } from '../../../../server/features/diagnostics';
import {
  closeFile,
  lookFromOpen,
  type NeighbourhoodNews,
  noNeighbourhoods,
  takeClosed,
  takeRead,
} from '../../../../server/languageServer/workspace/neighbourhoods';
import { judgeText, type LintedText, readText } from '../../../../server/lint/lint';
import { type FileFacts, factsOf } from '../../../../server/workspace/judge/fileFacts';
import { workspaceJudge } from '../../../../server/workspace/judge/workspaceJudge';
import { sha256 } from '../../../../server/workspace/nodeHash';
import { optionsOf } from '../objects/indexing';

const home = 'file:///w';
const options = optionsOf();

/** Texts by the URIs of their files. */
export type Texts = ReadonlyMap<string, string>;

/** A workspace as a server keeps it: closed files in one thread, open ones in the other. */
export interface EditedWorkspace {
  /** Writes or removes a file of the disk, and tells of it as editors do. */
  readonly write: (uri: string, text: string | undefined) => Promise<void>;
  /** Opens a document, or changes what it says; undefined closes it. */
  readonly edit: (uri: string, text: string | undefined) => Promise<void>;
  readonly disk: Texts;
  readonly open: Texts;
  /** All that is shown, by file. */
  readonly shown: () => Promise<ReadonlyMap<string, readonly Diagnostic[]>>;
}

/** Starts a workspace from what is on the disk and what is open; both are copied. */
export async function editedWorkspace(onDisk: Texts, opened: Texts): Promise<EditedWorkspace> {
  const disk = new Map(onDisk);
  const open = new Map(opened);
  const linted = new Map<string, LintedText>();
  const closed = new Map<string, readonly Diagnostic[]>();
  const untold = new Map<string, { readonly folder: string; readonly facts: FileFacts | undefined }>();
  const neighbours = noNeighbourhoods();
  const follow = (news: readonly NeighbourhoodNews[]) => {
    for (const one of news) if (one.kind === 'open') untold.set(one.uri, { folder: one.folder, facts: one.facts });
  };
  const judge = workspaceJudge(
    {
      files: {
        find: () => ({ files: [...disk.keys()].sort().map((uri) => ({ uri, size: 1 })), faults: [], unread: [] }),
        text(uri) {
          const text = disk.get(uri);
          return text === undefined ? { state: 'gone' } : { state: 'text', text };
        },
      },
      policyOf: async () => ({ options: { state: 'linted', options }, quiet: undefined, neighbourhood: home }),
      hashOf: sha256,
    },
    {
      onFacts: (folder, uri, facts) => follow(takeClosed(neighbours, folder, uri, structuredClone(facts))),
      onRead: (folder, alone) => follow(takeRead(neighbours, folder, alone !== undefined)),
      onFindings(uri, found) {
        if (found?.linted) closed.set(uri, diagnosticsOf(found.linted, uri));
        else closed.delete(uri);
      },
      onFault() {},
      onReading() {},
      onProgress() {},
      pause: async () => true,
    },
  );

  const judgeOpen = (uri: string, text: string) => {
    const read = readText(text, options, linted.get(uri));
    const facts = () => factsOf(uri, text, read);
    const { surroundings, news } = lookFromOpen(neighbours, { uri, folder: home, isOnDisk: true, facts });
    follow(news);
    linted.set(uri, judgeText(read, surroundings));
  };

  /** Has both sides know what is open. */
  const settle = async () => {
    for (const [uri, text] of open) judgeOpen(uri, text);
    for (const [uri, { folder, facts }] of untold) await judge.setOpen(folder, uri, structuredClone(facts));
    untold.clear();
  };

  await judge.read({ neighbourhoods: [home], isAnew: true, isShown: () => true });
  await settle();
  return {
    async write(uri, text) {
      const isOther = disk.has(uri) !== (text !== undefined);
      if (text === undefined) disk.delete(uri);
      else disk.set(uri, text);
      await judge.update(new Set([uri]), isOther);
    },
    async edit(uri, text) {
      if (text === undefined) {
        open.delete(uri);
        linted.delete(uri);
        follow(closeFile(neighbours, uri));
      } else {
        open.set(uri, text);
        judgeOpen(uri, text);
      }
      await settle();
    },
    disk,
    open,
    async shown() {
      await settle();
      // A document may have been judged before another one was.
      for (const [uri, text] of open) judgeOpen(uri, text);
      const all = new Map([...closed].filter(([uri]) => !open.has(uri)));
      for (const [uri, found] of linted) all.set(uri, diagnosticsOf(found, uri));
      return all;
    },
  };
}
