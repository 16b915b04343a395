/**
 * Widths of letters in thousandths of the font size, as DejaVu Sans and DejaVu Serif 2.37 have them at most. The reader's
 * font is not known when a diagram is drawn, and few are wider than these.
 */
const letterWidths: readonly [RegExp, number][] = [
  [/[ ijl.,:;'|!/\\’]/, 370],
  [/[()[\]ftrI"*_`J-]/, 470],
  [/[csvxyz?]/, 600],
  [/[FLPSTYZ]/, 700],
  [/[ABEKVXCRG]/, 790],
  [/[DHNOQU&w#+<=>→]/, 890],
  [/[mMW%@…]/, 1010],
];

const widthOfOthers = 645;

/** Bold letters beside others. */
const boldness = 1.13;

const monospaceWidth = 0.61;

/** Where a word may be broken, with a hyphen then. */
const softHyphen = '\u00ad';

export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly bold?: boolean;
  readonly monospace?: boolean;
}

/** How wide a line of text is at most, in pixels. */
export function textWidth(text: string, { size, bold, monospace }: Font): number {
  const visible = text.replaceAll(softHyphen, '');
  if (monospace) return visible.length * size * monospaceWidth;
  let sum = 0;
  for (const letter of visible) sum += letterWidths.find(([pattern]) => pattern.test(letter))?.[1] ?? widthOfOthers;
  // Some people read everything in a monospaced font.
  return size * Math.max((sum / 1000) * (bold ? boldness : 1), visible.length * monospaceWidth);
}

/** Text broken into lines not wider than `width` pixels. Words that are too long break after a slash, hyphen or dot. */
export function wrapped(text: string, width: number, font: Font): string[] {
  return brokenLines(text, width, font).map((line) => line.replace(/\u00ad$/, '-').replaceAll(softHyphen, ''));
}

function brokenLines(text: string, width: number, font: Font): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (textWidth(longer, font) <= width) line = longer;
      else if (textWidth(word, font) <= width || line !== '') {
        if (line !== '') lines.push(line);
        line = '';
        for (const piece of pieces(word, width, font)) {
          if (line !== '') lines.push(line);
          line = piece;
        }
      } else {
        const broken = pieces(word, width, font);
        lines.push(...broken.slice(0, -1));
        line = broken.at(-1) ?? '';
      }
    }
    lines.push(line);
  }
  return lines;
}

function pieces(word: string, width: number, font: Font): string[] {
  if (textWidth(word, font) <= width) return [word];
  const broken: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[/.:\u00ad-])/)) {
    if (piece !== '' && textWidth(piece + part, font) > width) {
      broken.push(piece);
      piece = '';
    }
    piece += part;
  }
  return [...broken, piece];
}
