import { type Drawing, linked, type Rectangle, rectangle, type Tone, textLines } from './drawing';
import { textWidth, wrapped } from './text';

const labelFont = { size: 12.5, bold: true };
const textFont = { size: 12 };
const codeFont = { size: 11, monospace: true };
const lineHeight = 16;
const padding = 9;

/** What stands in a box. */
export interface BoxText {
  /** In bold. */
  readonly box?: string;
  readonly text?: string;
  /** A command or a field, in the editor's font. */
  readonly code?: string;
  readonly tone?: Tone;
  readonly dashed?: boolean;
  /** The place of the cheat-sheet that it leads to. */
  readonly to?: string;
}

/** Puts a box's text on lines, as wide as there is room. */
function boxLines({ box, text, code }: BoxText, width: number): { lines: string; className: string }[] {
  const room = width - 2 * padding;
  const part = (content: string | undefined, className: string, font: typeof codeFont | typeof textFont) =>
    content === undefined ? [] : wrapped(content, room, font).map((lines) => ({ lines, className }));
  return [...part(box, 'd-label', labelFont), ...part(text, 'd-text', textFont), ...part(code, 'd-code', codeFont)];
}

/** How high a box has to be. */
export function boxHeight(box: BoxText, width: number): number {
  return boxLines(box, width).length * lineHeight + 2 * padding - 2;
}

/** How wide a box is whose words stay on one line, not more than `most`. */
export function boxWidth({ box, text, code }: BoxText, most: number): number {
  const widths = [
    box === undefined ? 0 : textWidth(box, labelFont),
    text === undefined ? 0 : textWidth(text, textFont),
    code === undefined ? 0 : textWidth(code, codeFont),
  ];
  return Math.min(Math.max(...widths) + 2 * padding, most);
}

/** A box with its text, centred unless it is told to start on the left. */
export function drawBox(box: BoxText, place: Rectangle, align: 'start' | 'middle' = 'middle'): string {
  const lines = boxLines(box, place.width);
  const top = place.y + (place.height - lines.length * lineHeight) / 2;
  const x = align === 'middle' ? place.x + place.width / 2 : place.x + padding;
  const texts = lines.map(({ lines: line, className }, index) =>
    textLines([line], { x, y: top + index * lineHeight, lineHeight }, `${className} ${align}`),
  );
  const frame = rectangle(place, `d-box ${box.tone ?? 'neutral'}${box.dashed ? ' dashed' : ''}`);
  return linked(frame + texts.join(''), box.to);
}

/** A drawing of given size and elements. */
export function drawing(width: number, height: number, elements: readonly string[]): Drawing {
  return { width, height, elements: elements.join('') };
}
