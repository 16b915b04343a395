import * as vscode from 'vscode';
import type { Decision, Standing } from '../../server/protocol/documents';
import type { FindingCounts } from '../../server/protocol/workspace';
import { documentSelector } from '../documents/documentSelector';
import type { LanguageServer } from '../languageServer';
import { activeManifest, decisionFor, standingAtCursor } from './decision';
import { barOf, describeDecision, describeFile, describeWorkspace } from './words';

/** The command of both items. */
export const showMenuCommand = 'seaworthy.showMenu';

/** How long the cursor rests before its workload is asked for, in milliseconds. */
const resting = 150;

/** What is known of the active manifest. */
interface Known {
  readonly decision: Decision | undefined;
  readonly standing: Standing | undefined;
  readonly counts: FindingCounts;
}

/**
 * Shows in the status bar what was found in the active manifest, and among its language's states what it is judged by.
 * Both lead to the menu, and are there for the documents that Seaworthy looks at alone.
 */
export function showStatusItems(server: LanguageServer): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('seaworthy.findings', vscode.StatusBarAlignment.Right, 99);
  bar.name = 'Seaworthy';
  bar.command = showMenuCommand;
  const language = vscode.languages.createLanguageStatusItem('seaworthy.decision', documentSelector());
  language.name = 'Seaworthy';
  language.command = { title: 'Change', command: showMenuCommand };
  let latest = 0;
  let timer: NodeJS.Timeout | undefined;

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const document = activeManifest();
    const [decision, standing] = await Promise.all([decisionFor(server, document?.uri), standingAtCursor(server)]);
    // What was asked later is what counts.
    if (turn !== latest) return;
    if (document && !isOtherJson(document, standing)) {
      showBar(bar, server, { decision, standing, counts: countsOf(document) });
    } else bar.hide();
    showLanguage(language, server, decision);
  }

  const listeners = vscode.Disposable.from(
    server.onDidChange(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor !== vscode.window.activeTextEditor) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, resting);
    }),
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('seaworthy')) return;
      language.selector = documentSelector();
      void refresh();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = activeManifest()?.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) void refresh();
    }),
  );
  void refresh();
  return vscode.Disposable.from(bar, language, listeners);
}

/** The findings that VS Code shows in a document. */
function countsOf({ uri }: vscode.TextDocument): FindingCounts {
  const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Seaworthy');
  const of = (severity: vscode.DiagnosticSeverity) => own.filter((finding) => finding.severity === severity).length;
  return {
    error: of(vscode.DiagnosticSeverity.Error),
    warning: of(vscode.DiagnosticSeverity.Warning),
    information: of(vscode.DiagnosticSeverity.Information),
    hint: of(vscode.DiagnosticSeverity.Hint),
  };
}

/** JSON has many uses: where it holds no manifest, nobody waits for a word about it. */
function isOtherJson({ languageId }: vscode.TextDocument, standing: Standing | undefined): boolean {
  return languageId === 'json' && !standing?.holdsObjects;
}

function showBar(bar: vscode.StatusBarItem, server: LanguageServer, known: Known): void {
  const state = server.state();
  const { text, isQuiet } = textOf(state, known);
  bar.backgroundColor = state === 'stopped' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
  bar.color = isQuiet ? new vscode.ThemeColor('disabledForeground') : undefined;
  const lines = linesOf(server, known);
  bar.text = `Seaworthy ${text}`;
  bar.tooltip = [...lines, 'Click for the menu.'].join('\n');
  bar.accessibilityInformation = { label: `Seaworthy. ${lines.join('. ')}`, role: 'button' };
  bar.show();
}

function textOf(
  state: ReturnType<LanguageServer['state']>,
  { decision, standing, counts }: Known,
): ReturnType<typeof barOf> {
  if (state === 'starting') return { text: '$(loading~spin)', isQuiet: false };
  if (state === 'stopped') return { text: '$(debug-disconnect)', isQuiet: false };
  return decision?.isExcluded ? { text: '$(circle-slash)', isQuiet: true } : barOf(standing, counts);
}

/** What a tooltip and a screen reader say. */
function linesOf(server: LanguageServer, { decision, standing, counts }: Known): string[] {
  if (server.state() === 'starting') return ['The language server is starting'];
  if (server.state() === 'stopped') return ['The language server is stopped'];
  const workspace = describeWorkspace(server.workspace());
  return [
    ...(decision?.isExcluded ? ['This file: excluded by the configuration'] : describeFile(standing, counts)),
    ...(workspace === undefined ? [] : [`Workspace: ${workspace}`]),
    ...(decision ? [`Judged by ${describeDecision(decision)}, as ${originOf(decision)}`] : []),
  ];
}

function showLanguage(item: vscode.LanguageStatusItem, server: LanguageServer, decision: Decision | undefined): void {
  const state = server.state();
  item.busy = state === 'starting';
  item.severity = state === 'stopped' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  if (state === 'stopped') {
    item.text = 'Seaworthy is stopped';
    item.detail = 'manifests are not checked';
  } else if (decision) {
    item.text = decision.isExcluded ? 'Seaworthy: excluded' : `Seaworthy: ${describeDecision(decision)}`;
    item.detail = `as ${originOf(decision)}`;
  } else {
    item.text = 'Seaworthy';
    item.detail = state === 'starting' ? 'starting' : '';
  }
}

/** `deploy/.seaworthy.yaml says`, `the settings say`: whose word counts. */
function originOf({ configuration }: Decision): string {
  if (configuration === undefined) return 'the settings say';
  return `${vscode.workspace.asRelativePath(vscode.Uri.parse(configuration))} says`;
}
