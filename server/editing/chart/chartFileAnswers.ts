import type {
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  Range,
  SignatureHelp,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { completionsAt } from './answers/completion';
import { hintsIn } from './answers/hints';
import { hoverAt } from './answers/hover';
import type { LeftToUs } from './answers/leftToUs';
import { locationOf, rangeIn } from './answers/locations';
import { definitionOf, referencesTo } from './answers/references';
import { renamed, renameRange } from './answers/rename';
import { signatureAt } from './answers/signatureHelp';
import type { OpenChartFile } from './model/chartIndex';

/** What an editor can ask about a file of a chart; undefined where there is nothing of a chart's. */
export interface ChartFileAnswers {
  readonly definition: (offset: number) => Location[] | undefined;
  readonly references: (offset: number, includesDefinition: boolean) => Location[] | undefined;
  readonly hover: (offset: number, left: LeftToUs) => Hover | undefined;
  readonly completions: (offset: number, left: LeftToUs) => CompletionItem[] | undefined;
  readonly hints: () => Diagnostic[];
  readonly renameRange: (offset: number) => Range | undefined;
  /** The edits of a name's change in all files, or why it can't be changed. */
  readonly rename: (offset: number, newName: string) => WorkspaceEdit | { readonly refused: string } | undefined;
  readonly signature: (offset: number) => SignatureHelp | undefined;
}

/** Answers about an open file of a chart. */
export function chartFileAnswers(open: OpenChartFile): ChartFileAnswers {
  const { index, at, folder } = open;
  return {
    definition: (offset) => definitionOf(index, at, offset)?.map((place) => locationOf(place, folder)),
    references: (offset, includesDefinition) =>
      referencesTo(index, at, offset, includesDefinition)?.map((place) => locationOf(place, folder)),
    hover: (offset, left) => hoverAt(open, offset, left),
    completions: (offset, left) => completionsAt(open, offset, left),
    hints: () => hintsIn(open),
    renameRange(offset) {
      const range = renameRange(index, at, offset);
      return range && rangeIn(at.file, range);
    },
    rename: (offset, newName) => renamed(open, offset, newName),
    signature: (offset) => (at.path.startsWith('templates/') ? signatureAt(at.file, offset) : undefined),
  };
}
