import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isTemplatePath } from '../../../rendering/charts/chart/chartPaths';
import { type HalfTyped, parseHalfTyped } from '../../../rendering/charts/language/halfTyped/parseHalfTyped';
import type { ChartPlace } from '../../../workspace/charts/chartPlace';
import { type Block, blocksIn } from './blocks';

/** A template of a chart as it stands in the editor. */
export interface OpenTemplate {
  readonly document: TextDocument;
  readonly text: string;
  readonly typed: HalfTyped;
  readonly blocks: readonly Block[];
}

const known = new WeakMap<TextDocument, OpenTemplate & { readonly version: number }>();

/** A document as a template, read once for all that is asked about it; undefined for another file of a chart. */
export function openTemplate(document: TextDocument, { path }: ChartPlace): OpenTemplate | undefined {
  if (!isTemplatePath(path)) return undefined;
  const { version } = document;
  const before = known.get(document);
  if (before?.version === version) return before;
  const text = document.getText();
  const typed = parseHalfTyped(path, text);
  const read = { document, text, typed, blocks: blocksIn(typed.actions, text.length), version };
  known.set(document, read);
  return read;
}
