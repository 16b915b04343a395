import type { CodeAction, CompletionItem, Diagnostic, Hover, Position, Range } from 'vscode-languageserver-types';

/** What an editor can ask about one document that rules have no part in. */
export interface DocumentAnswers {
  readonly diagnostics: () => Promise<Diagnostic[]>;
  readonly hover: (position: Position) => Promise<Hover | null>;
  /** @param trigger the character whose typing asked; undefined where a word was begun, or the user asked */
  readonly completions: (position: Position, trigger: string | undefined) => Promise<CompletionItem[]>;
  readonly actions: (range: Range, diagnostics: readonly Diagnostic[]) => CodeAction[];
}
