import * as vscode from 'vscode';
import type { HostHelper, InputName } from '../catalogue/helper';
import { placeholdersOf } from '../commandLine/placeholders';
import { inputs } from '../inputs/inputs';
import { kubectlSettings } from '../settings';

/** Shows the lines of a helper that runs elsewhere, and copies the one that is chosen. */
export async function copyHostLine(helper: HostHelper): Promise<void> {
  const chosen = await vscode.window.showQuickPick(
    helper.lines.map(({ host, line }) => ({ label: line, detail: host, line })),
    { title: helper.title, placeHolder: 'Choose a line to copy; run it on that host', matchOnDetail: true },
  );
  if (!chosen) return;
  const line = await filledIn(chosen.line, helper.title);
  if (line === undefined) return;
  await vscode.env.clipboard.writeText(line);
  vscode.window.setStatusBarMessage('$(clippy) Copied. Paste it into a terminal of that host.', 5_000);
}

async function filledIn(line: string, title: string): Promise<string | undefined> {
  let filled = line;
  const images: Readonly<Record<string, string>> = kubectlSettings().images;
  for (const name of new Set(placeholdersOf(line))) {
    const value = images[name] ?? (isInput(name) ? await typed(name, title) : undefined);
    if (value === undefined) return undefined;
    filled = filled.replaceAll(`<${name}>`, () => value);
  }
  return filled;
}

function typed(name: InputName, title: string): Thenable<string | undefined> {
  const { label, source, pattern, shape } = inputs[name];
  return vscode.window.showInputBox({
    title,
    prompt: `Type the ${label}.`,
    value: source.from === 'typing' ? (source.usual ?? '') : '',
    validateInput: (value) => (pattern.test(value) ? undefined : shape),
  });
}

function isInput(name: string): name is InputName {
  return Object.hasOwn(inputs, name);
}
