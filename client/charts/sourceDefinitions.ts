import * as vscode from 'vscode';
import type { Previews } from './previews';
import { headLines } from './shownText';

/** Leads from a rendered text to what says it: the value or the template's own text, then the actions that wrote it. */
export function sourceDefinitions(previews: Previews): vscode.DefinitionProvider {
  return {
    provideDefinition({ uri }, { line, character }) {
      const places = previews.of(uri)?.map?.placesAt(line - headLines, character) ?? [];
      return places.map(({ uri: file, start, end }) => {
        const range = new vscode.Range(start.line, start.character, end.line, end.character);
        return new vscode.Location(vscode.Uri.parse(file), range);
      });
    },
  };
}
