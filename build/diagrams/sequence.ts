import { boxHeight, drawBox, drawing } from './box';
import { arrow, badgeRadius, type Drawing, numberBadge, rectangle, textLines } from './drawing';
import type { Form, Step } from './source';
import { wrapped } from './text';

const inset = 2;
const gap = 8;
const labelFont = { size: 12 };
const nameFont = { size: 12.5, bold: true };
const labelLine = 15;

/** Where the words of a step begin, behind its number. */
const wordsAt = inset + 2 * badgeRadius + 8;

/** How much of a wide drawing the words of its steps take, beside the lanes. */
const wordsWidth = 236;

type Participants = Readonly<Record<string, string>>;
type Message = Exclude<Step, { readonly note: string }>;

/** Messages between participants from top to bottom, numbered: in lanes, or as a list where lanes would be too narrow. */
export function drawSequence(participants: Participants, steps: readonly Step[], width: number, form: Form): Drawing {
  for (const step of steps) {
    if ('note' in step) continue;
    for (const name of [step.from, step.to]) {
      if (!Object.hasOwn(participants, name)) throw new Error(`A step names "${name}", which is no participant`);
    }
  }
  return form === 'wide' ? drawLanes(participants, steps, width) : drawList(participants, steps, width);
}

/** The participants side by side, with the words of each step to the left of its arrow, clear of all lanes. */
function drawLanes(participants: Participants, steps: readonly Step[], width: number): Drawing {
  const names = Object.keys(participants);
  const left = wordsWidth + gap;
  const laneWidth = (width - left - inset - gap * (names.length - 1)) / names.length;
  const middleOf = (name: string) => left + names.indexOf(name) * (laneWidth + gap) + laneWidth / 2;
  const heads = Object.values(participants).map((box) => ({ box, tone: 'blue' as const }));
  const headHeight = Math.max(...heads.map((head) => boxHeight(head, laneWidth)));
  const elements = heads.map((head, index) =>
    drawBox(head, { x: left + index * (laneWidth + gap), y: inset, width: laneWidth, height: headHeight }),
  );
  const lifelines: string[] = [];
  let laneStart = inset + headHeight;
  const endLanes = (y: number) => {
    for (const name of names) lifelines.push(lifeline(middleOf(name), laneStart, y));
  };
  let y = laneStart + 8;
  let number = 0;
  for (const step of steps) {
    if ('note' in step) {
      endLanes(y);
      const note = drawNote(step.note, y, width);
      elements.push(note.elements);
      y += note.height;
      laneStart = y;
      y += 10;
      continue;
    }
    const lines = wrapped(step.text, wordsWidth - wordsAt, labelFont);
    const height = Math.max(lines.length * labelLine, 2 * badgeRadius) + 10;
    const middle = y + height / 2;
    elements.push(numberBadge(++number, inset + badgeRadius, middle));
    elements.push(
      textLines(
        lines,
        { x: wordsAt, y: middle - (lines.length * labelLine) / 2, lineHeight: labelLine },
        'd-text start',
      ),
    );
    const [start, end] = [middleOf(step.from), middleOf(step.to)];
    const points: [number, number][] =
      start === end
        ? turnBack(start, middle, width)
        : [
            [start, middle],
            [end, middle],
          ];
    elements.push(arrow(points, step));
    y += height;
  }
  if (laneStart + 10 < y) endLanes(y);
  return drawing(width, y + inset, [...lifelines, ...elements]);
}

/** A dashed line below a participant, from one height to another. */
function lifeline(x: number, from: number, to: number): string {
  const points: [number, number][] = [
    [x, from],
    [x, to],
  ];
  return arrow(points, { plain: true, dashed: true });
}

/** Each step with who sends it to whom. */
function drawList(participants: Participants, steps: readonly Step[], width: number): Drawing {
  const elements: string[] = [];
  const room = width - wordsAt - inset;
  let y = inset;
  let number = 0;
  for (const step of steps) {
    if ('note' in step) {
      const note = drawNote(step.note, y, width);
      elements.push(note.elements);
      y += note.height + 10;
      continue;
    }
    const who = wrapped(namesIn(step, participants), room, nameFont);
    const what = wrapped(step.text, room, labelFont);
    elements.push(numberBadge(++number, inset + badgeRadius, y + labelLine / 2));
    elements.push(textLines(who, { x: wordsAt, y, lineHeight: labelLine }, 'd-label start'));
    y += who.length * labelLine;
    elements.push(textLines(what, { x: wordsAt, y, lineHeight: labelLine }, 'd-text start'));
    y += what.length * labelLine + 10;
  }
  return drawing(width, y, elements);
}

function namesIn({ from, to }: Message, participants: Participants): string {
  const name = (id: string) => participants[id]?.replaceAll('\u00ad', '') ?? id;
  return from === to ? name(from) : `${name(from)} → ${name(to)}`;
}

function drawNote(note: string, y: number, width: number): { elements: string; height: number } {
  const lines = wrapped(note, width - 2 * inset - 20, labelFont);
  const height = lines.length * labelLine + 12;
  const box = rectangle({ x: inset, y, width: width - 2 * inset, height }, 'd-note');
  const text = textLines(lines, { x: width / 2, y: y + 6, lineHeight: labelLine }, 'd-text middle');
  return { elements: box + text, height };
}

function turnBack(x: number, middle: number, width: number): [number, number][] {
  const away = x + 24 < width ? 20 : -20;
  return [
    [x, middle - 6],
    [x + away, middle - 6],
    [x + away, middle + 6],
    [x, middle + 6],
  ];
}
