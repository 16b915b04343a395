import * as vscode from 'vscode';
import { linesBelowKey } from './linesBelowKey';
import type { MappedPlace, PieceMap } from './pieceMap';
import type { Preview, Previews } from './previews';
import { headLines } from './shownText';

/** What an editor scrolls within so many milliseconds after it was made to is no wish of the user's. */
const settling = 250;

/** Keeps what is rendered and what it is made of at the same place: cursor and scroll follow each other both ways. */
export function followEachOther(previews: Previews): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('editorLineNumber.activeForeground'),
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    overviewRulerColor: new vscode.ThemeColor('editorLineNumber.activeForeground'),
  });
  const settled = new Map<vscode.TextEditor, number>();

  const moveTo = (editor: vscode.TextEditor, place: vscode.Position, lines: readonly number[]) => {
    settled.set(editor, performance.now() + settling);
    const { active } = editor.selection;
    const target = lines.includes(active.line) ? active : place;
    if (target !== active) editor.selection = new vscode.Selection(target, target);
    editor.revealRange(new vscode.Range(target, target), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(
      mark,
      lines.map((line) => new vscode.Range(line, 0, line, 0)),
    );
  };
  const scrollTo = (editor: vscode.TextEditor, line: number) => {
    settled.set(editor, performance.now() + settling);
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  };

  const followCursor = (editor: vscode.TextEditor) => {
    if (editor !== vscode.window.activeTextEditor) return;
    // Where the cursor moves the text scrolls: that is no wish to see something else.
    settled.set(editor, performance.now() + settling);
    editor.setDecorations(mark, []);
    const { active } = editor.selection;
    const preview = previews.of(editor.document.uri);
    if (preview?.map) {
      const line = active.line - headLines;
      for (const other of sourcesBeside(editor)) {
        const place = placeIn(preview.map, other, line, active.character);
        if (!place) other.setDecorations(mark, []);
        else moveTo(other, positionOf(place), linesOf(place));
      }
      return;
    }
    for (const { other, map } of previewsBeside(editor)) {
      const lines = renderedBy(map, editor.document, active.line).map((line) => line + headLines);
      const target = nearest(lines, other.selection.active.line);
      if (target === undefined) other.setDecorations(mark, []);
      else moveTo(other, firstCharacter(other.document, target), lines);
    }
  };

  const followScroll = (editor: vscode.TextEditor, top: number) => {
    if ((settled.get(editor) ?? 0) > performance.now()) return;
    const preview = previews.of(editor.document.uri);
    if (preview?.map) {
      for (const other of vscode.window.visibleTextEditors) {
        if (!isTemplateOf(other, preview)) continue;
        const line = preview.map.firstSourceFrom(preview.source.toString(), top - headLines);
        if (line !== undefined) scrollTo(other, line);
      }
      return;
    }
    for (const { other, map, preview: beside } of previewsBeside(editor)) {
      if (!isTemplateOf(editor, beside)) continue;
      const line = top === 0 ? -headLines : map.firstFrom(beside.source.toString(), top);
      if (line !== undefined) scrollTo(other, line + headLines);
    }
  };

  function* previewsBeside(
    editor: vscode.TextEditor,
  ): Iterable<{ other: vscode.TextEditor; map: PieceMap; preview: Preview }> {
    for (const other of vscode.window.visibleTextEditors) {
      const preview = other === editor ? undefined : previews.of(other.document.uri);
      if (preview?.map) yield { other, map: preview.map, preview };
    }
  }
  const sourcesBeside = (editor: vscode.TextEditor) =>
    vscode.window.visibleTextEditors.filter((other) => other !== editor && !previews.of(other.document.uri));

  /** @param changed the text that was rendered anew: whoever reads it isn't led away */
  const followActive = (changed?: vscode.Uri) => {
    const { activeTextEditor } = vscode.window;
    if (activeTextEditor && activeTextEditor.document.uri.toString() !== changed?.toString())
      followCursor(activeTextEditor);
  };

  return vscode.Disposable.from(
    mark,
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => followCursor(textEditor)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [first] }) => {
      if (first) followScroll(textEditor, first.start.line);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // The cursor stays where it is, and what it stands for may have moved.
      if (previews.of(document.uri)) followActive(document.uri);
    }),
    vscode.window.onDidChangeActiveTextEditor(() => followActive()),
    vscode.window.onDidChangeVisibleTextEditors((visible) => {
      for (const editor of settled.keys()) if (!visible.includes(editor)) settled.delete(editor);
      followActive();
    }),
  );
}

/** Scrolling goes along where the lines of both stand in the same order. */
function isTemplateOf(editor: vscode.TextEditor, { source }: Preview): boolean {
  return editor.document.uri.toString() === source.toString() && source.path.split('/').includes('templates');
}

/** What of the file in an editor says a place of a rendered text. */
function placeIn(
  map: PieceMap,
  { document }: vscode.TextEditor,
  line: number,
  character: number,
): MappedPlace | undefined {
  const uri = document.uri.toString();
  return map.placesAt(line, character).find((place) => place.uri === uri) ?? map.placesIn(uri, line)[0];
}

/** The rendered lines that a line says; a key of values stands for what is below it. */
function renderedBy(map: PieceMap, document: vscode.TextDocument, line: number): number[] {
  const uri = document.uri.toString();
  const own = map.renderedBy(uri, line);
  if (own.length > 0) return [...own];
  const below = linesBelowKey((at) => (at < document.lineCount ? document.lineAt(at).text : undefined), line);
  return [...new Set(below.flatMap((at) => map.renderedBy(uri, at)))].sort((one, other) => one - other);
}

function nearest(lines: readonly number[], to: number): number | undefined {
  return [...lines].sort((one, other) => Math.abs(one - to) - Math.abs(other - to))[0];
}

function positionOf({ start }: MappedPlace): vscode.Position {
  return new vscode.Position(start.line, start.character);
}

function linesOf({ start, end }: MappedPlace): number[] {
  return Array.from({ length: Math.min(end.line - start.line, 100) + 1 }, (_, index) => start.line + index);
}

function firstCharacter(document: vscode.TextDocument, line: number): vscode.Position {
  const shown = Math.min(line, document.lineCount - 1);
  return new vscode.Position(shown, document.lineAt(shown).firstNonWhitespaceCharacterIndex);
}
