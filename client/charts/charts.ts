import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer';
import { followEachOther } from './following';
import { newChart } from './newChart';
import { pickValues } from './pickValues';
import { showPreviewFindings } from './previewFindings';
import { renderedPreviews } from './previews';
import { previewUri, renderedScheme } from './previewUri';
import { sourceDefinitions } from './sourceDefinitions';

/** What is shown of charts beside their files. It is a bundle of its own, loaded on first use. */
export interface Charts {
  /** Opens what a file of a chart renders beside it. */
  readonly showRendered: (asked: unknown) => Promise<void>;
  readonly pickValues: (asked: unknown) => Promise<void>;
  /** Makes a chart of manifests. */
  readonly newChart: (asked: unknown, selected: unknown, target: unknown) => Promise<void>;
}

/** Contributes the texts that charts render. */
export function createCharts(context: vscode.ExtensionContext, server: LanguageServer): Charts {
  const previews = renderedPreviews(server);
  context.subscriptions.push(
    previews,
    showPreviewFindings(previews),
    followEachOther(previews),
    vscode.languages.registerDefinitionProvider({ scheme: renderedScheme }, sourceDefinitions(previews)),
  );
  return {
    async showRendered(asked) {
      const uri = asked instanceof vscode.Uri ? asked : vscode.window.activeTextEditor?.document.uri;
      if (!uri || uri.scheme === renderedScheme) {
        void vscode.window.showInformationMessage('Open a file of a chart first: a template, or values.yaml.');
        return;
      }
      const document = await vscode.workspace.openTextDocument(previewUri(uri));
      const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: false };
      await vscode.window.showTextDocument(await asYaml(document), options);
    },
    pickValues: (asked) => pickValues(previews, asked),
    newChart: (asked, selected, target) => newChart(server, asked, selected, target),
  };
}

/** Other extensions may take the name for that of a template. */
function asYaml(document: vscode.TextDocument): Thenable<vscode.TextDocument> | vscode.TextDocument {
  return document.languageId === 'yaml' ? document : vscode.languages.setTextDocumentLanguage(document, 'yaml');
}
