import { escapeHtml } from '../cheatSheet/html';

/** SVG elements with the size that they take, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly elements: string;
}

/** A rectangle in pixels, from the top left corner of the drawing. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a box is about, by its colour: the theme's, so a name and not a value. */
export const tones = ['blue', 'green', 'orange', 'red', 'purple', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** A rectangle with rounded corners. */
export function rectangle({ x, y, width, height }: Rectangle, className: string, radius = 4): string {
  return `<rect class="${className}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`;
}

/** Lines of text, the first with its middle at `y` + half a line. `x` is the start, or the middle of centred text. */
export function textLines(
  lines: readonly string[],
  place: { readonly x: number; readonly y: number; readonly lineHeight: number },
  className: string,
): string {
  return lines
    .map((line, index) => {
      const y = place.y + place.lineHeight * (index + 0.5);
      return `<text class="${className}" x="${round(place.x)}" y="${round(y)}" dy="0.35em">${escapeHtml(line)}</text>`;
    })
    .join('');
}

/** In pixels. */
export const badgeRadius = 9;

/** A number in a circle, which ties a place of a drawing to the words about it. */
export function numberBadge(number: number, x: number, y: number): string {
  const circle = `<circle class="d-badge" cx="${round(x)}" cy="${round(y)}" r="${badgeRadius}"/>`;
  return circle + textLines([String(number)], { x, y: y - 8, lineHeight: 16 }, 'd-badge-text middle');
}

/** A line through points, with a head at its end and, for both directions, at its start. */
export function arrow(
  points: readonly (readonly [x: number, y: number])[],
  options: { readonly dashed?: boolean; readonly both?: boolean; readonly plain?: boolean } = {},
): string {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const line = `<path class="d-edge${options.dashed ? ' dashed' : ''}" d="${path}"/>`;
  if (options.plain) return line;
  return line + head(points.at(-2), points.at(-1)) + (options.both ? head(points[1], points[0]) : '');
}

function head(from: readonly [number, number] | undefined, to: readonly [number, number] | undefined): string {
  if (!from || !to) return '';
  const [x, y] = to;
  const angle = Math.atan2(y - from[1], x - from[0]);
  const corner = (turn: number): string =>
    `${round(x - 7 * Math.cos(angle + turn))},${round(y - 7 * Math.sin(angle + turn))}`;
  return `<polygon class="d-head" points="${round(x)},${round(y)} ${corner(0.42)} ${corner(-0.42)}"/>`;
}

/** Elements as a link to a place of the cheat-sheet; as they are without one. */
export function linked(elements: string, to: string | undefined): string {
  return to === undefined ? elements : `<a href="#${to}">${elements}</a>`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
