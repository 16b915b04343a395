import type { Overruling } from '../configuration/effectiveOptions';
import { readOptions } from '../configuration/readSettings';
import type { KnownFindings } from '../lint/knownFindings';
import type { LintedText } from '../lint/lint';
import type { ConfigurationFault } from '../workspace/configurationFaults';
import { configurations } from '../workspace/configurations';
import type { FilePolicy } from '../workspace/judge/judgedFile';
import type { JudgeListener } from '../workspace/judge/judgeListener';
import { workspaceJudge } from '../workspace/judge/workspaceJudge';
import { memoryFiles } from '../workspace/memoryFiles';
import { sha256 } from '../workspace/portableHash';
import { shownUri } from '../workspace/uris';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import type { LintOptions, Problem, TextFile } from './contract';
import { type GivenFiles, givenFiles, rootAbove, searchable } from './givenFiles';

/** A file that was judged. */
export interface JudgedFile {
  readonly given: TextFile;
  readonly uri: string;
  /** Without what a baseline keeps quiet. */
  readonly linted: LintedText;
  /** The findings that a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
  /** False if its configuration can't be meant as it is written, so that nobody knows whether the file may be changed. */
  readonly isSound: boolean;
}

/** What came of judging files. */
export interface JudgedFiles {
  /** In the order in which they were handed in. */
  readonly files: readonly JudgedFile[];
  readonly problems: readonly Problem[];
  /** What a file is called by whoever handed it in. */
  readonly nameOf: (uri: string) => string;
}

/** Judges files as they were handed in, each among the others. */
export async function judgeFiles(files: readonly TextFile[], options: LintOptions): Promise<JudgedFiles> {
  const given = givenFiles(files);
  const nameOf = (uri: string) => given.files.get(uri)?.file ?? shownUri(uri);
  const { overruling, problems: ofOptions } = overrulingOf(options);
  const known = configurationsOf(given, overruling);
  const policies = new Map<string, Awaited<ReturnType<typeof known.optionsFor>>>();
  const policyOf = async (uri: string): Promise<FilePolicy> => {
    const file = { uri, folder: rootAbove(uri) };
    const configured = await known.optionsFor(file);
    policies.set(uri, configured);
    return { options: configured, quiet: configured.quiet, neighbourhood: await known.neighbourhoodOf(file) };
  };
  const linted = new Map<string, LintedText>();
  const problems: Problem[] = [...ofOptions, ...given.problems];
  const tell = (uri: string, message: string) => problems.push({ file: nameOf(uri), message, range: null });
  const judge = workspaceJudge(
    { files: { ...searchable(given), text: textsOf(given).text }, policyOf, hashOf: sha256 },
    listenerOf(linted, tell),
  );
  const roots = new Set([...given.files.keys()].map(rootAbove));
  await judge.read({ neighbourhoods: [...roots], isAnew: true, isShown: () => true });
  return {
    files: [...given.files].flatMap(([uri, file]) => {
      const [found, policy] = [linted.get(uri), policies.get(uri)];
      if (!found || !policy) return [];
      return [{ given: file, uri, linted: found, quiet: policy.quiet, isSound: policy.isSound }];
    }),
    problems: [...problems, ...known.faults().map((fault) => problemOf(fault, nameOf))],
    nameOf,
  };
}

function textsOf({ files }: GivenFiles) {
  return memoryFiles(new Map([...files].map(([uri, { text }]) => [uri, text])));
}

function configurationsOf(given: GivenFiles, overruling: Overruling) {
  return configurations({ files: textsOf(given), reportsSyntax: true, overruling });
}

function overrulingOf({ profile, kubernetesVersion, rules, alone }: LintOptions) {
  const { configuration, problems } = readOptions({ profile, kubernetesVersion, rules });
  const overruling: Overruling = {
    profile: configuration.profile,
    kubernetesVersion: configuration.kubernetesVersion,
    rules: configuration.rules,
    ...(alone && { alone }),
  };
  return { overruling, problems: problems.map(({ message }): Problem => ({ file: null, message, range: null })) };
}

function listenerOf(linted: Map<string, LintedText>, tell: (uri: string, message: string) => void): JudgeListener {
  return {
    onFacts() {},
    onReading() {},
    onProgress() {},
    onRead(folder, alone) {
      if (alone !== undefined) tell(folder, alone);
    },
    onFindings(uri, found) {
      if (found?.linted) linted.set(uri, found.linted);
      else linted.delete(uri);
    },
    onFault: tell,
    pause: async () => true,
  };
}

function problemOf({ uri, text, message, start, end }: ConfigurationFault, nameOf: (uri: string) => string): Problem {
  const starts = lineStarts(text);
  const range = text === '' ? null : { start: positionAt(starts, start), end: positionAt(starts, end) };
  return { file: nameOf(uri), message, range };
}
