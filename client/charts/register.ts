import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer';
import type { Charts } from './charts';
import { followChartFiles } from './followChartFiles';
import { renderedScheme } from './previewUri';

/*
 * All of charts that is loaded with the extension: commands that load the rest when they are used, or when VS Code opens
 * again what was shown before.
 */

/** Registers what shows charts as they are rendered. */
export function registerCharts(context: vscode.ExtensionContext, started: () => Promise<LanguageServer>): void {
  let charts: Promise<Charts> | undefined;
  const loaded = () => {
    charts ??= Promise.all([import('./charts'), started()]).then(([{ createCharts }, server]) =>
      createCharts(context, server),
    );
    return charts;
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('seaworthy.showRendered', async (asked?: unknown) => {
      await (await loaded()).showRendered(asked);
    }),
    vscode.commands.registerCommand('seaworthy.pickRenderedValues', async (asked?: unknown) => {
      await (await loaded()).pickValues(asked);
    }),
    vscode.commands.registerCommand(
      'seaworthy.newChart',
      async (asked?: unknown, selected?: unknown, target?: unknown) => {
        await (await loaded()).newChart(asked, selected, target);
      },
    ),
    followChartFiles(),
  );
  if (isRenderedOpen()) void loaded();
}

/** True where VS Code opens again what was shown before it was closed. */
function isRenderedOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === renderedScheme),
  );
}
