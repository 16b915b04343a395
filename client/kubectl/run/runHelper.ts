import { randomInt } from 'node:crypto';
import path from 'node:path';
import * as vscode from 'vscode';
import { withoutLinks } from '../../../server/protocol/notificationText';
import { helperById } from '../catalogue/catalogue';
import type { KubectlHelper } from '../catalogue/helper';
import { argumentList } from '../commandLine/argumentList';
import { placeholdersOfHelper } from '../commandLine/placeholders';
import { askInputs, type GivenInputs } from '../inputs/askInputs';
import { type KubeconfigInUse, readKubeconfigInUse } from '../kubeconfig/kubeconfigInUse';
import { documentOf, fileOf, fileOfCopiedText, type ManifestFile, manifestIn } from '../manifest/manifestFile';
import type { PrivateFiles } from '../manifest/privateFiles';
import { type KubectlSettings, kubectlSettings } from '../settings';
import type { Terminals } from '../terminal/terminals';
import { confirmed } from './confirm';
import { isFit } from './kubectlFit';
import { type PreparedStep, runSteps } from './runSteps';
import { settledNamespace } from './settledNamespace';

/** What helpers work with for as long as VS Code runs. */
export interface Workshop {
  readonly terminals: Terminals;
  readonly files: PrivateFiles;
  readonly memory: vscode.Memento;
}

/** Asks for what a helper needs, and runs it in a terminal. */
export async function runKubectlHelper(
  workshop: Workshop,
  helper: KubectlHelper,
  uri: vscode.Uri | undefined,
): Promise<void> {
  const settings = kubectlSettings();
  const inUse = await readKubeconfigInUse();
  if (inUse.kind === 'problem') return showKubeconfigProblem(inUse.message, inUse.file);
  if (!(await isFit(settings.kubectlPath, helper))) return;
  const document = await documentOf(uri);
  const file = await fileFor(helper, document, workshop.files);
  if (file?.kind === 'refused') return void vscode.window.showErrorMessage(withoutLinks(file.reason));
  const done = () => {
    if (file?.privateFile) void workshop.files.remove(file.privateFile);
  };
  const prepared = await preparedSteps({ helper, settings, inUse, document, file, memory: workshop.memory });
  if (!prepared) return done();
  const undoing = helper.undo === undefined ? undefined : helperById(helper.undo);
  await runSteps(workshop.terminals, {
    helper,
    program: settings.kubectlPath,
    steps: prepared.steps,
    context: helper.scope === 'kubeconfig' ? '' : prepared.context,
    environment: { KUBECONFIG: inUse.files.join(path.delimiter) },
    done,
    undo: () => {
      if (undoing?.kind === 'kubectl') void runKubectlHelper(workshop, undoing, uri);
    },
  });
}

/** What a helper is about, before anything was asked. */
interface Beginning {
  readonly helper: KubectlHelper;
  readonly settings: KubectlSettings;
  readonly inUse: Extract<KubeconfigInUse, { kind: 'in use' }>;
  readonly document: vscode.TextDocument | undefined;
  readonly file: Extract<ManifestFile, { kind: 'file' }> | undefined;
  readonly memory: vscode.Memento;
}

interface PreparedSteps {
  readonly context: string;
  readonly steps: readonly PreparedStep[];
}

/** The command lines, once everything was asked and, where something changes, confirmed; else the user was told or gave up. */
async function preparedSteps(beginning: Beginning): Promise<PreparedSteps | undefined> {
  const { helper, settings, inUse, document, file, memory } = beginning;
  const namespace = settledNamespace(helper, file?.namespaces);
  if (namespace.kind === 'refused') return refuse(namespace.reason);
  const given = await askInputs({
    helper,
    inUse,
    manifest: manifestIn(document),
    filled: { ...settings.images, suffix: suffix(), ...(file && { file: file.flag, copiedText: file.flag }) },
    settledNamespace: namespace.namespace,
    memory,
  });
  const steps = given && stepsOf(helper, given);
  if (!given || !steps) return undefined;
  const { context } = given.target;
  if (helper.changes) {
    const change = {
      title: helper.title,
      changes: helper.changes,
      context,
      namespace: helper.scope === 'namespace' ? (given.target.namespace ?? 'as in the file') : undefined,
      commandLines: steps.map(({ args }) => ['kubectl', ...args].join(' ')),
    };
    if (!(await confirmed(change, inUse.kubeconfig.contexts, settings.protectedContexts))) return undefined;
  }
  return { context, steps };
}

function stepsOf(helper: KubectlHelper, { values, target }: GivenInputs): PreparedStep[] | undefined {
  const prepared: PreparedStep[] = [];
  for (const step of helper.steps) {
    const args = argumentList(helper, step, values, target);
    if (args.kind === 'refused') return refuse(args.reason);
    prepared.push({ step, args: args.list });
  }
  return prepared;
}

function refuse(reason: string): undefined {
  void vscode.window.showErrorMessage(withoutLinks(reason));
}

async function fileFor(
  helper: KubectlHelper,
  document: vscode.TextDocument | undefined,
  files: PrivateFiles,
): Promise<ManifestFile | undefined> {
  const placeholders = placeholdersOfHelper(helper);
  if (placeholders.includes('file')) return fileOf(document, files);
  if (placeholders.includes('copiedText')) return fileOfCopiedText(files);
  return undefined;
}

async function showKubeconfigProblem(message: string, file: string | undefined): Promise<void> {
  const choices = file === undefined ? ['Open settings'] : ['Open file', 'Open settings'];
  const choice = await vscode.window.showErrorMessage(withoutLinks(message), ...choices);
  if (choice === 'Open file' && file !== undefined) await vscode.window.showTextDocument(vscode.Uri.file(file));
  if (choice === 'Open settings')
    await vscode.commands.executeCommand('workbench.action.openSettings', 'seaworthy.kubeconfig');
}

/** Four characters that tell one debug pod from another, without vowels so that they spell nothing. */
function suffix(): string {
  const characters = 'bcdfghjklmnpqrstvwxz2456789';
  return Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('');
}
