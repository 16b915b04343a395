import { boxHeight, drawBox, drawing } from './box';
import { type Drawing, type Rectangle, rectangle, textLines } from './drawing';
import { drawEdge } from './edges';
import type { Cell, Edge, Form } from './source';
import { wrapped } from './text';

const framePadding = 10;
const frameTitle = 24;
const defaultGap = 10;
const noteFont = { size: 12 };
const noteLine = 16;

/** Boxes in rows and columns, with arrows between them. */
export function drawBoxes(layout: Cell, edges: readonly Edge[], width: number, form: Form): Drawing {
  const places = new Map<string, Rectangle>();
  const inset = 2;
  const room = width - 2 * inset;
  const height = heightOf(layout, room, form);
  const cells = drawCell(layout, { x: inset, y: inset, width: room, height }, form, places);
  const arrows = edges
    .filter(({ only }) => only === undefined || only === form)
    .map((edge) => drawEdge(edge, placeOf(edge.from, places), placeOf(edge.to, places), width));
  return drawing(width, height + 2 * inset, [cells, ...arrows]);
}

function placeOf(id: string, places: ReadonlyMap<string, Rectangle>): Rectangle {
  const place = places.get(id);
  if (!place) throw new Error(`An edge leads to "${id}", which no box has for its id`);
  return place;
}

function childrenOf({ row, column }: Cell, form: Form): readonly Cell[] {
  return (row ?? column ?? []).filter(({ only }) => only === undefined || only === form);
}

function isRow(cell: Cell, form: Form): boolean {
  return cell.row !== undefined && !(form === 'narrow' && cell.narrow === 'column');
}

function isGroup(cell: Cell): boolean {
  return cell.row !== undefined || cell.column !== undefined;
}

function heightOf(cell: Cell, width: number, form: Form): number {
  if (cell.note !== undefined) return wrapped(cell.note, width, noteFont).length * noteLine + 4;
  if (!isGroup(cell)) return boxHeight(cell, width);
  const { inner, around } = frameOf(cell, width);
  const children = childrenOf(cell, form);
  const gap = cell.gap ?? defaultGap;
  if (isRow(cell, form)) {
    const widths = widthsOf(children, inner, gap);
    return around + Math.max(...children.map((child, index) => heightOf(child, widths[index] ?? inner, form)));
  }
  const heights = children.map((child) => heightOf(child, inner, form));
  return around + heights.reduce((sum, height) => sum + height, 0) + gap * (children.length - 1);
}

/** How much of a group's width is left inside its frame, and how much height the frame adds. */
function frameOf({ frame }: Cell, width: number): { inner: number; around: number } {
  if (frame === undefined) return { inner: width, around: 0 };
  return { inner: width - 2 * framePadding, around: framePadding + frameTitle };
}

function widthsOf(children: readonly Cell[], width: number, gap: number): number[] {
  const weights = children.map(({ weight }) => weight ?? 1);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const room = width - gap * (children.length - 1);
  return weights.map((weight) => (room * weight) / sum);
}

function drawCell(cell: Cell, place: Rectangle, form: Form, places: Map<string, Rectangle>): string {
  if (cell.id !== undefined) places.set(cell.id, place);
  if (cell.note !== undefined) {
    const lines = wrapped(cell.note, place.width, noteFont);
    const top = place.y + (place.height - lines.length * noteLine) / 2;
    return textLines(lines, { x: place.x + place.width / 2, y: top, lineHeight: noteLine }, 'd-text middle');
  }
  if (!isGroup(cell)) return drawBox(cell, place);
  return drawFrame(cell, place) + drawChildren(cell, place, form, places);
}

function drawFrame({ frame, tone, dashed, to }: Cell, place: Rectangle): string {
  if (frame === undefined) return '';
  const title = textLines([frame], { x: place.x + framePadding, y: place.y + 4, lineHeight: 18 }, 'd-label start');
  const border = rectangle(place, `d-frame ${tone ?? 'neutral'}${dashed ? ' dashed' : ''}`, 6);
  return border + (to === undefined ? title : `<a href="#${to}">${title}</a>`);
}

function drawChildren(cell: Cell, place: Rectangle, form: Form, places: Map<string, Rectangle>): string {
  const children = childrenOf(cell, form);
  const gap = cell.gap ?? defaultGap;
  const { inner, around } = frameOf(cell, place.width);
  const left = place.x + (place.width - inner) / 2;
  const top = place.y + (around === 0 ? 0 : frameTitle);
  const room = place.height - around;
  if (isRow(cell, form)) {
    const widths = widthsOf(children, inner, gap);
    let x = left;
    return children
      .map((child, index) => {
        const width = widths[index] ?? 0;
        const drawn = drawCell(child, { x, y: top, width, height: room }, form, places);
        x += width + gap;
        return drawn;
      })
      .join('');
  }
  const heights = children.map((child) => heightOf(child, inner, form));
  const spare = room - heights.reduce((sum, height) => sum + height, 0) - gap * (children.length - 1);
  let y = top;
  return children
    .map((child, index) => {
      const height = (heights[index] ?? 0) + spare / children.length;
      const drawn = drawCell(child, { x: left, y, width: inner, height }, form, places);
      y += height + gap;
      return drawn;
    })
    .join('');
}
