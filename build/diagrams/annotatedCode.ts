import { drawing } from './box';
import { type Drawing, rectangle, round, textLines } from './drawing';
import type { Annotation, Form } from './source';
import { wrapped } from './text';

const lineHeight = 18;
const noteLine = 16;
const noteFont = { size: 12 };
const padding = 10;
const badge = 9;

/** Code with numbers beside the lines that are explained, and the explanations next to it or below. */
export function drawAnnotatedCode(
  code: string,
  annotations: readonly Annotation[],
  width: number,
  form: Form,
): Drawing {
  const lines = code.trimEnd().split('\n');
  const codeWidth = form === 'wide' ? width * 0.5 : width;
  const codeHeight = lines.length * lineHeight + 2 * padding;
  const elements = [rectangle({ x: 1, y: 1, width: codeWidth - 2, height: codeHeight - 2 }, 'd-frame neutral')];
  lines.forEach((line, index) => {
    const y = padding + index * lineHeight;
    const number = annotations.findIndex((annotation) => annotation.line === index + 1);
    if (number >= 0) {
      elements.push(rectangle({ x: 4, y, width: codeWidth - 8, height: lineHeight }, 'd-mark', 2));
      elements.push(numbered(number + 1, codeWidth - 18, y + lineHeight / 2));
    }
    elements.push(textLines([line], { x: padding, y, lineHeight }, 'd-code start'));
  });

  const left = form === 'wide' ? codeWidth + 16 : 0;
  let y = form === 'wide' ? padding : codeHeight + 12;
  annotations.forEach(({ text }, index) => {
    const words = wrapped(text, width - left - 30, noteFont);
    elements.push(numbered(index + 1, left + badge + 2, y + noteLine / 2));
    elements.push(textLines(words, { x: left + 28, y, lineHeight: noteLine }, 'd-text start'));
    y += words.length * noteLine + 9;
  });
  return drawing(width, Math.max(codeHeight, y), elements);
}

function numbered(number: number, x: number, y: number): string {
  const circle = `<circle class="d-badge" cx="${round(x)}" cy="${round(y)}" r="${badge}"/>`;
  return circle + textLines([String(number)], { x, y: y - 8, lineHeight: 16 }, 'd-badge-text middle');
}
