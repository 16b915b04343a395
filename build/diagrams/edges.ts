import { arrow, type Rectangle, textLines } from './drawing';
import type { Edge } from './source';
import { textWidth, wrapped } from './text';

const labelFont = { size: 11.5 };
const labelLine = 14;
const longestLabel = 120;

/** An arrow from the side of one box to the side of another: straight where they face each other, else with two corners. */
export function drawEdge(edge: Edge, from: Rectangle, to: Rectangle, width: number): string {
  const at = edge.at ?? 0.5;
  const vertical = overlap(from.x, from.width, to.x, to.width);
  const horizontal = overlap(from.y, from.height, to.y, to.height);
  if (vertical) {
    const x = vertical.start + vertical.length * at;
    const [start, end] = from.y < to.y ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
    return (
      arrow(
        [
          [x, start],
          [x, end],
        ],
        edge,
      ) + labelBeside(edge.label, x, (start + end) / 2, width)
    );
  }
  if (horizontal) {
    const y = horizontal.start + horizontal.length * at;
    const [start, end] = from.x < to.x ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    return (
      arrow(
        [
          [start, y],
          [end, y],
        ],
        edge,
      ) + labelAbove(edge.label, (start + end) / 2, y, Math.abs(end - start))
    );
  }
  const [startX, endX] = [from.x + from.width / 2, to.x + to.width * at];
  const [startY, endY] = from.y < to.y ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
  const turn = (startY + endY) / 2;
  return (
    arrow(
      [
        [startX, startY],
        [startX, turn],
        [endX, turn],
        [endX, endY],
      ],
      edge,
    ) + labelAbove(edge.label, (startX + endX) / 2, turn, Math.abs(endX - startX))
  );
}

function overlap(
  start: number,
  length: number,
  otherStart: number,
  otherLength: number,
): { start: number; length: number } | undefined {
  const first = Math.max(start, otherStart);
  const last = Math.min(start + length, otherStart + otherLength);
  return last - first >= 12 ? { start: first, length: last - first } : undefined;
}

function labelBeside(label: string | undefined, x: number, middle: number, width: number): string {
  if (label === undefined) return '';
  const right = width - x - 10;
  const goesRight = right >= Math.min(textWidth(label, labelFont), longestLabel) || right >= x - 10;
  const room = Math.max(goesRight ? right : x - 10, 40);
  const lines = wrapped(label, room, labelFont);
  const y = middle - (lines.length * labelLine) / 2;
  const place = { x: goesRight ? x + 7 : x - 7, y, lineHeight: labelLine };
  return textLines(lines, place, `d-edge-label ${goesRight ? 'start' : 'end'}`);
}

function labelAbove(label: string | undefined, middle: number, y: number, room: number): string {
  if (label === undefined) return '';
  const lines = wrapped(label, Math.max(room - 12, 48), labelFont);
  const place = { x: middle, y: y - lines.length * labelLine - 2, lineHeight: labelLine };
  return textLines(lines, place, 'd-edge-label middle');
}
