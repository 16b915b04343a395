import type { Hash } from '../../lint/fingerprints/fingerprints';
import type { KnownFindings } from '../../lint/knownFindings';
import type { LintedText } from '../../lint/lint';
import type { ChartPart } from '../charts/chartPart';
import type { MaybePromise } from '../files';
import type { FileFacts } from './fileFacts';
import type { MemberSources } from './findMembers';

/** What a judge works with. */
export interface JudgeSources extends MemberSources {
  readonly hashOf: Hash;
  /** Absent where charts are read and not rendered. */
  readonly charts?: JudgeCharts;
}

/** The charts among the files of a judge. */
export interface JudgeCharts {
  /** The file in all charts that are rendered with it, as far as they were judged. */
  readonly partsOf: (uri: string) => Promise<readonly ChartPart[]>;
  /** The folders of these charts. */
  readonly foldersOf: (uri: string) => Promise<readonly string[]>;
  /** A file has changed on disk. */
  readonly changed: (uri: string, comesOrGoes: boolean) => void;
}

/** What was found in a file. */
export interface FoundInFile {
  /** Undefined for a file that is no manifest. */
  readonly linted: LintedText | undefined;
  /** The charts that are rendered with it. */
  readonly parts: readonly ChartPart[];
  /** What a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
}

/** Who is told what a judge finds. */
export interface JudgeListener {
  /** The facts that a closed file tells others; undefined if it tells none. */
  readonly onFacts: (folder: string, uri: string, facts: FileFacts | undefined) => void;
  /** All files of a neighbourhood are read; `alone` if they are too many, with the reason. */
  readonly onRead: (folder: string, alone: string | undefined) => void;
  /** What was found in a closed file, undefined for nothing; told again when it is judged anew. */
  readonly onFindings: (uri: string, found: FoundInFile | undefined) => MaybePromise<void>;
  /** Why a file or folder is left out; the message goes on from its name. */
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
