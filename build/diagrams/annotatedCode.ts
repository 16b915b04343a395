import { drawing } from './box';
import { badgeRadius, type Drawing, numberBadge, rectangle, textLines } from './drawing';
import type { Annotation, Form } from './source';
import { wrapped } from './text';

const lineHeight = 18;
const noteLine = 16;
const noteFont = { size: 12 };
const padding = 10;

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
      elements.push(numberBadge(number + 1, codeWidth - 18, y + lineHeight / 2));
    }
    elements.push(textLines([line], { x: padding, y, lineHeight }, 'd-code start'));
  });

  const left = form === 'wide' ? codeWidth + 16 : 0;
  let y = form === 'wide' ? padding : codeHeight + 12;
  annotations.forEach(({ text }, index) => {
    const words = wrapped(text, width - left - 30, noteFont);
    elements.push(numberBadge(index + 1, left + badgeRadius + 2, y + noteLine / 2));
    elements.push(textLines(words, { x: left + 28, y, lineHeight: noteLine }, 'd-text start'));
    y += words.length * noteLine + 9;
  });
  return drawing(width, Math.max(codeHeight, y), elements);
}
