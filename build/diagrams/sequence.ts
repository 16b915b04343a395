import { boxHeight, drawBox, drawing } from './box';
import { arrow, type Drawing, rectangle, textLines } from './drawing';
import type { Step } from './source';
import { wrapped } from './text';

const inset = 2;
const gap = 8;
const labelFont = { size: 12 };
const labelLine = 15;

/** Participants side by side and the messages between them from top to bottom, numbered. */
export function drawSequence(
  participants: Readonly<Record<string, string>>,
  steps: readonly Step[],
  width: number,
): Drawing {
  const names = Object.keys(participants);
  const columnWidth = (width - 2 * inset - gap * (names.length - 1)) / names.length;
  const middleOf = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`A step names "${name}", which is no participant`);
    return inset + index * (columnWidth + gap) + columnWidth / 2;
  };
  const heads = Object.values(participants).map((box): { box: string; tone: 'blue' } => ({ box, tone: 'blue' }));
  const headHeight = Math.max(...heads.map((head) => boxHeight(head, columnWidth)));
  const elements = heads.map((head, index) =>
    drawBox(head, { x: inset + index * (columnWidth + gap), y: inset, width: columnWidth, height: headHeight }),
  );
  let y = inset + headHeight + 12;
  let number = 0;
  for (const step of steps) {
    if ('note' in step) {
      const lines = wrapped(step.note, width - 2 * inset - 20, labelFont);
      const height = lines.length * labelLine + 12;
      elements.push(rectangle({ x: inset, y, width: width - 2 * inset, height }, 'd-note'));
      elements.push(textLines(lines, { x: width / 2, y: y + 6, lineHeight: labelLine }, 'd-text middle'));
      y += height + 12;
      continue;
    }
    const [start, end] = [middleOf(step.from), middleOf(step.to)];
    const label = `${++number}. ${step.text}`;
    const { lines, x, align } = placedLabel(label, start, end, width);
    const place = { x, y, lineHeight: labelLine };
    elements.push(textLines(lines, place, `d-edge-label ${align}`));
    y += lines.length * labelLine + 6;
    elements.push(
      arrow(
        start === end
          ? turnBack(start, y, width)
          : [
              [start, y],
              [end, y],
            ],
        step,
      ),
    );
    y += start === end ? 24 : 14;
  }
  const lifelines = names.map((name) =>
    arrow(
      [
        [middleOf(name), inset + headHeight],
        [middleOf(name), y],
      ],
      { plain: true, dashed: true },
    ),
  );
  return drawing(width, y + inset, [...lifelines, ...elements]);
}

/** A message begins over its arrow; where there is no room, it is moved to where there is. */
function placedLabel(
  label: string,
  start: number,
  end: number,
  width: number,
): { lines: string[]; x: number; align: 'start' | 'end' } {
  const left = Math.min(start, end);
  const room = width - left - 8;
  if (room >= width * 0.5) return { lines: wrapped(label, room, labelFont), x: left + 4, align: 'start' };
  const right = Math.max(start, end);
  return { lines: wrapped(label, right - 8, labelFont), x: right - 4, align: 'end' };
}

function turnBack(x: number, y: number, width: number): [number, number][] {
  const away = x + 24 < width ? 20 : -20;
  return [
    [x, y],
    [x + away, y],
    [x + away, y + 12],
    [x, y + 12],
  ];
}
