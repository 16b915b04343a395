import { isOtherJson } from '../../documents/kindOf';
import type { Hash } from '../../lint/fingerprints/fingerprints';
import type { LintedText } from '../../lint/lint';
import { textObjects } from '../../lint/textObjects';
import type { ReadableFiles, SearchableFolders } from '../files';
import { type FileFacts, factsOf, factsOfUnread } from './fileFacts';
import { type FilePlace, type FileToJudge, judged } from './judgedFile';
import { type Neighbourhood, neighbourhood } from './neighbourhood';
import { tooManyToJudge } from './tooMany';

/** How much text is kept until it is judged, in UTF-16 units; more is read from the disk once more. */
const mostKept = 32 * 1024 * 1024;

/** What a judge works with. */
export interface JudgeSources {
  readonly files: ReadableFiles & SearchableFolders;
  readonly placeOf: (uri: string) => Promise<FilePlace>;
  readonly hashOf: Hash;
}

/** Who is told what a judge finds. */
export interface JudgeListener {
  /** What a closed file tells others; undefined for nothing. */
  readonly onFacts: (folder: string, uri: string, facts: FileFacts | undefined) => void;
  /** All files of a neighbourhood are read; `alone` if they are too many, with the reason. */
  readonly onRead: (folder: string, alone: string | undefined) => void;
  /** What was found in a closed file, undefined for nothing; told again when it is judged anew. */
  readonly onFindings: (uri: string, linted: LintedText | undefined) => void;
  /** Why something is left out; goes on from its name. */
  readonly onFault: (uri: string, message: string) => void;
  /** Told before a file is read, so that it can be named should reading it never end. */
  readonly onReading: (uri: string) => void;
  /** How many files are done; one that is read and still to be judged counts half. */
  readonly onProgress: (done: number, total: number) => void;
  /** Lets others have their turn; false if reading shall end. */
  readonly pause: () => Promise<boolean>;
}

/** Which neighbourhoods to know, and of which closed files to tell the findings. */
export interface Wanted {
  readonly neighbourhoods: readonly string[];
  /** False where what was read before still counts. */
  readonly isAnew: boolean;
  readonly isShown: (uri: string) => boolean;
}

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
}

/** What is known of one neighbourhood. */
interface Known {
  readonly files: Neighbourhood;
  /** Why its files are judged each by itself; undefined where they are not. */
  alone: string | undefined;
  /** True once all its files have told what they hold. */
  isRead: boolean;
  /** What can't even be looked at. */
  unread: readonly string[];
}

/**
 * The judge of the files of a disk. What is kept of them is plain data: parsing a file twice takes less time than it
 * takes to keep thousands of trees, and far less memory.
 */
export function workspaceJudge({ files, placeOf, hashOf }: JudgeSources, listener: JudgeListener): WorkspaceJudge {
  const known = new Map<string, Known>();
  /** The files that were found, with the folder of their neighbourhood; undefined for what is judged by itself. */
  const members = new Map<string, string | undefined>();
  const open = new Map<string, { readonly folder: string; readonly facts: FileFacts }>();
  let isShown: Wanted['isShown'] = () => false;
  /** True once all files have told what they hold: before, anything may still turn up. */
  let isRead = false;

  const setFacts = (folder: string | undefined, uri: string, facts: FileFacts | undefined) => {
    const neighbours = folder === undefined ? undefined : known.get(folder)?.files;
    if (folder === undefined || !neighbours) return;
    const before = neighbours.get(uri);
    neighbours.set(uri, facts);
    const after = neighbours.get(uri);
    if (before !== after) listener.onFacts(folder, uri, after);
  };

  const forget = (uri: string) => {
    setFacts(members.get(uri), uri, undefined);
    members.delete(uri);
    listener.onFindings(uri, undefined);
  };

  /** The files below a folder that belong to its neighbourhood, and the folders below it that have one of their own. */
  const membersIn = async (folder: string) => {
    const found = await files.find(folder);
    for (const { uri, message } of found.faults) listener.onFault(uri, message);
    const own: { readonly uri: string; readonly size: number }[] = [];
    const single: string[] = [];
    const others = new Set<string>();
    for (const file of found.files) {
      const { options, neighbourhood: home } = await placeOf(file.uri);
      if (options.state === 'excluded') continue;
      if (home === folder) own.push(file);
      else if (isShown(file.uri)) {
        if (home === undefined) single.push(file.uri);
        else others.add(home);
      }
    }
    const unread: string[] = [];
    for (const uri of found.unread) {
      const { options, neighbourhood: home } = await placeOf(uri);
      if (options.state !== 'excluded' && home === folder) unread.push(uri);
    }
    return { own, single, others, unread };
  };

  const findAll = async (wanted: readonly string[]): Promise<Map<string, string | undefined>> => {
    const found = new Map<string, string | undefined>();
    const folders = new Set(wanted);
    for (const folder of folders) {
      const { own, single, others, unread } = await membersIn(folder);
      for (const other of others) folders.add(other);
      const entry = known.get(folder) ?? { files: neighbourhood(), alone: undefined, isRead: false, unread: [] };
      known.set(folder, entry);
      for (const uri of entry.unread) if (!unread.includes(uri)) setFacts(folder, uri, undefined);
      for (const uri of unread) setFacts(folder, uri, factsOfUnread(uri));
      entry.unread = unread;
      entry.alone = tooManyToJudge(own);
      for (const { uri } of own) found.set(uri, folder);
      for (const uri of single) if (!found.has(uri)) found.set(uri, undefined);
    }
    for (const folder of known.keys()) if (!folders.has(folder)) known.delete(folder);
    return found;
  };

  /** Reads what a file tells others; gives it back if it is to be judged. */
  const readFile = async (uri: string): Promise<FileToJudge | undefined> => {
    const folder = members.get(uri);
    const opened = open.get(uri);
    if (opened) {
      setFacts(opened.folder, uri, opened.facts);
      return undefined;
    }
    const isNeighbour = folder !== undefined && known.get(folder)?.alone === undefined;
    if (!isNeighbour && !isShown(uri)) return undefined;
    listener.onReading(uri);
    const read = await files.text(uri);
    if (read.state === 'gone') {
      forget(uri);
      return undefined;
    }
    const { options, quiet } = await placeOf(uri);
    const isLeftOut = read.state === 'text' && isOtherJson({ name: uri, text: read.text });
    if (read.state === 'unreadable' || isLeftOut || options.state === 'excluded') {
      if (read.state === 'unreadable') listener.onFault(uri, read.reason);
      const tells = isNeighbour && read.state === 'unreadable' && options.state !== 'excluded';
      setFacts(folder, uri, tells ? factsOfUnread(uri) : undefined);
      listener.onFindings(uri, undefined);
      return undefined;
    }
    const { text } = read;
    if (isNeighbour) setFacts(folder, uri, factsOf(uri, text, textObjects({ name: uri, text }, options.options)));
    return isShown(uri) ? { uri, text, options: options.options, quiet } : undefined;
  };

  const judge = (file: FileToJudge) => {
    const folder = members.get(file.uri);
    const entry = folder === undefined ? undefined : known.get(folder);
    const isAlone = !entry || entry.alone !== undefined;
    const surroundings = isAlone ? undefined : entry.files.surroundingsOf(file.uri, { isKept: false });
    listener.onFindings(file.uri, judged(file, surroundings, hashOf));
  };

  /** Reads what changed, and judges it and whom it concerns. */
  const renew = async (changed: Iterable<string>) => {
    const unjudged = new Map<string, FileToJudge | undefined>();
    for (const uri of changed) {
      if (!members.has(uri)) continue;
      await listener.pause();
      const file = await readFile(uri);
      if (file) unjudged.set(uri, file);
    }
    if (!isRead) return;
    for (const { files: neighbours } of known.values()) {
      for (const uri of neighbours.takeConcerned()) {
        if (members.has(uri) && isShown(uri) && !open.has(uri) && !unjudged.has(uri)) unjudged.set(uri, undefined);
      }
    }
    for (const [uri, reading] of unjudged) {
      await listener.pause();
      const file = reading ?? (await readFile(uri));
      if (file) judge(file);
    }
  };

  return {
    async read(wanted) {
      isRead = false;
      isShown = wanted.isShown;
      const found = await findAll(wanted.neighbourhoods);
      for (const [uri, folder] of [...members]) {
        if (found.has(uri) && found.get(uri) === folder) continue;
        if (!open.has(uri)) forget(uri);
        else members.delete(uri);
      }
      for (const [uri, folder] of found) members.set(uri, folder);
      for (const [uri, { folder, facts }] of open) setFacts(folder, uri, facts);
      let halves = 0;
      const count = (more: 1 | 2) => {
        halves += more;
        listener.onProgress(Math.floor(halves / 2), unread.length);
      };
      const isKnown = (folder: string | undefined) =>
        !wanted.isAnew && folder !== undefined && known.get(folder)?.isRead === true;
      const unread = [...members].filter(([, folder]) => !isKnown(folder)).map(([uri]) => uri);
      const unjudged = new Map<string, FileToJudge | undefined>();
      let kept = 0;
      for (const uri of unread) {
        if (!(await listener.pause())) return false;
        const file = await readFile(uri);
        kept += file?.text.length ?? 0;
        if (file) unjudged.set(uri, kept <= mostKept ? file : undefined);
        count(file ? 1 : 2);
      }
      isRead = true;
      for (const [folder, entry] of known) {
        entry.files.takeConcerned();
        entry.isRead = true;
        listener.onRead(folder, entry.alone);
      }
      for (const [uri, file] of unjudged) {
        if (!(await listener.pause())) return false;
        const again = file ?? (await readFile(uri));
        if (again) judge(again);
        unjudged.delete(uri);
        count(1);
      }
      return true;
    },
    async update(changed, areOthers) {
      const uris = new Set([...changed].filter((uri) => members.has(uri)));
      if (areOthers) {
        const found = await findAll([...known.keys()]);
        for (const uri of [...members.keys()]) if (!found.has(uri) && !open.has(uri)) forget(uri);
        for (const [uri, folder] of found) {
          if (members.has(uri)) continue;
          members.set(uri, folder);
          uris.add(uri);
        }
      }
      await renew(uris);
    },
    async setOpen(folder, uri, facts) {
      if (facts) {
        open.set(uri, { folder, facts });
        setFacts(folder, uri, facts);
      } else {
        open.delete(uri);
        if (!members.has(uri)) setFacts(folder, uri, undefined);
      }
      await renew(facts ? [] : [uri]);
    },
  };
}
