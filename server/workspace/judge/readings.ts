import { isOtherJson } from '../../documents/kindOf';
import { textObjects } from '../../lint/textObjects';
import type { FileText } from '../files';
import { type FileFacts, factsOf, factsOfUnread } from './fileFacts';
import type { FilePolicy, FileToJudge } from './judgedFile';
import { forgetFile, type JudgeNews, type JudgeState, setFacts } from './judgeState';

/** What is to be done about a file that may have changed. */
export type Wish =
  /** Nobody needs the file. */
  | 'nothing'
  /** The file is open: the editor has told what the file holds. */
  | 'open'
  | 'read';

/** Whether a file is to be read. */
export function wishFor(state: JudgeState, uri: string): Wish {
  if (state.open.has(uri)) return 'open';
  return isNeighbour(state, uri) || state.isShown(uri) ? 'read' : 'nothing';
}

/** An open file tells its neighbourhood its facts once more: the neighbourhood may have been read anew. */
export function tellOpen(state: JudgeState, uri: string): void {
  const opened = state.open.get(uri);
  if (opened) setFacts(state, opened.folder, uri, opened.facts);
}

/** What comes of a file that was read. */
export interface Reading {
  readonly news: readonly JudgeNews[];
  /** Undefined where there is nothing to judge, or nobody is told of the findings. */
  readonly file: FileToJudge | undefined;
}

/** A file that was to be read is gone. */
export function takeGone(state: JudgeState, uri: string): Reading {
  return { news: forgetFile(state, uri), file: undefined };
}

/** A file was read: it tells its neighbourhood its facts, and may have to be judged. */
export function takeText(
  state: JudgeState,
  uri: string,
  read: Exclude<FileText, { readonly state: 'gone' }>,
  { options, quiet }: FilePolicy,
): Reading {
  const folder = state.members.get(uri);
  const tells = isNeighbour(state, uri);
  const telling = (facts: FileFacts | undefined) => setFacts(state, folder, uri, facts);
  const isLeftOut = read.state === 'text' && isOtherJson({ name: uri, text: read.text });
  if (read.state === 'text' && !isLeftOut && options.state !== 'excluded') {
    const { text } = read;
    const news = tells ? telling(factsOf(uri, text, textObjects({ name: uri, text }, options.options))) : [];
    return { news, file: state.isShown(uri) ? { uri, text, options: options.options, quiet } : undefined };
  }
  const isUnreadable = read.state === 'unreadable';
  const faults: JudgeNews[] = isUnreadable ? [{ kind: 'fault', uri, message: read.reason }] : [];
  // A file that can't be read may hold the objects that other files miss.
  const facts = tells && isUnreadable && options.state !== 'excluded' ? factsOfUnread(uri) : undefined;
  return { news: [...faults, ...telling(facts), { kind: 'nothing found', uri }], file: undefined };
}

/** True for a file that is judged among others, so that it tells them its facts. */
function isNeighbour({ members, neighbourhoods }: JudgeState, uri: string): boolean {
  const folder = members.get(uri);
  return folder !== undefined && neighbourhoods.get(folder)?.alone === undefined;
}
