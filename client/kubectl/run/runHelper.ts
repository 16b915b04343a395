import { randomInt } from 'node:crypto';
import path from 'node:path';
import * as vscode from 'vscode';
import { withoutLinks } from '../../../server/protocol/notificationText';
import { helperById } from '../catalogue/catalogue';
import type { KubectlHelper } from '../catalogue/helper';
import { argumentList, placeholdersOfHelper, type Values } from '../commandLine/arguments';
import { askInputs } from '../inputs/askInputs';
import { readSituation } from '../kubeconfig/situation';
import { documentOf, fileOf, fileOfCopiedText, type ManifestFile, manifestIn } from '../manifest/manifestFile';
import type { PrivateFiles } from '../manifest/privateFiles';
import { kubectlSettings } from '../settings';
import type { Terminals } from '../terminal/terminals';
import { confirmed } from './confirm';
import { installGuide, oldKubectl } from './kubectlProblems';
import { askedForVersion, type KubectlProgram } from './kubectlProgram';
import { runSteps } from './runSteps';

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
  const situation = await readSituation();
  if (situation.kind === 'problem') return showKubeconfigProblem(situation.message, situation.file);
  if (!(await isFit(settings.kubectlPath, helper))) return;

  const document = await documentOf(uri);
  const file = await fileFor(helper, document, workshop.files);
  if (file?.kind === 'refused') return void vscode.window.showErrorMessage(withoutLinks(file.reason));
  const done = () => {
    if (file?.privateFile) void workshop.files.remove(file.privateFile);
  };
  const namespace = settledNamespace(helper, file);
  if (namespace.kind === 'refused') {
    done();
    return void vscode.window.showErrorMessage(withoutLinks(namespace.reason));
  }
  const filled: Values = {
    ...settings.images,
    suffix: suffix(),
    ...(file && { file: file.flag, copiedText: file.flag }),
  };
  const asked = await askInputs({
    helper,
    situation,
    manifest: manifestIn(document),
    filled,
    settledNamespace: namespace.namespace,
    memory: workshop.memory,
  });
  const prepared = asked && stepsOf(helper, asked.values, asked.target);
  if (!asked || !prepared) return done();

  if (helper.changes) {
    const change = {
      title: helper.title,
      changes: helper.changes,
      context: asked.target.context,
      namespace: helper.scope === 'namespace' ? (asked.target.namespace ?? 'as in the file') : undefined,
      commandLines: prepared.map(({ args }) => ['kubectl', ...args].join(' ')),
    };
    if (!(await confirmed(change, situation.kubeconfig.contexts, settings.protectedContexts))) return done();
  }
  const undoing = helper.undo === undefined ? undefined : helperById(helper.undo);
  await runSteps(workshop.terminals, {
    helper,
    program: settings.kubectlPath,
    steps: prepared,
    context: helper.scope === 'kubeconfig' ? '' : asked.target.context,
    environment: { KUBECONFIG: situation.files.join(path.delimiter) },
    done,
    undo: () => {
      if (undoing?.kind === 'kubectl') void runKubectlHelper(workshop, undoing, uri);
    },
  });
}

function stepsOf(helper: KubectlHelper, values: Values, target: Parameters<typeof argumentList>[3]) {
  const prepared = [];
  for (const step of helper.steps) {
    const args = argumentList(helper, step, values, target);
    if (args.kind === 'refused') {
      void vscode.window.showErrorMessage(withoutLinks(args.reason));
      return undefined;
    }
    prepared.push({ step, args: args.list });
  }
  return prepared;
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

type SettledNamespace =
  | { readonly kind: 'settled'; readonly namespace: string | null | undefined }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The namespace that the file settles, since kubectl refuses another: its only one; null where each object names its
 * own; undefined where it is to be asked for.
 */
function settledNamespace(
  helper: KubectlHelper,
  file: Extract<ManifestFile, { kind: 'file' }> | undefined,
): SettledNamespace {
  const { named, someNameNone } = file?.namespaces ?? { named: [], someNameNone: true };
  if (helper.scope !== 'namespace' || named.length === 0) return { kind: 'settled', namespace: undefined };
  if (named.length === 1) return { kind: 'settled', namespace: named[0] };
  if (!someNameNone) return { kind: 'settled', namespace: null };
  return {
    kind: 'refused',
    reason: `The file goes to several namespaces (${named.join(', ')}), and some of its objects name none. Give each a namespace, so that none lands where you don't expect it.`,
  };
}

const known = new Map<string, KubectlProgram>();

/** Whether there is a kubectl that can run the helper; if not, the user is told. */
async function isFit(program: string, helper: KubectlHelper): Promise<boolean> {
  const found = known.get(program) ?? (await askedForVersion(program));
  if (found.kind !== 'kubectl') {
    const [install, settings] = ['How to install kubectl', 'Open settings'];
    const choice = await vscode.window.showErrorMessage(found.message, install, settings);
    if (choice === install) await vscode.env.openExternal(vscode.Uri.parse(installGuide));
    if (choice === settings)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'seaworthy.kubectlPath');
    return false;
  }
  known.set(program, found);
  if (helper.kubectlSince === undefined || found.minor >= helper.kubectlSince) return true;
  void vscode.window.showErrorMessage(oldKubectl(helper.title, found.version, helper.kubectlSince));
  known.delete(program);
  return false;
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
