import { boxHeight, boxWidth, drawBox, drawing } from './box';
import { arrow, type Drawing, textLines } from './drawing';
import type { Branch } from './source';

const inset = 2;
const indent = 22;
const rowGap = 9;
const columnGap = 46;
const answerLine = 15;

/** A tree that grows to the right, each level a column. */
export function drawSpreadTree(root: Branch, width: number): Drawing {
  const columns = depthOf(root);
  const columnWidth = (width - 2 * inset - columnGap * (columns - 1)) / columns;
  const elements: string[] = [];
  let bottom = inset;

  /** Draws a branch with all that grows from it, and gives back its middle. */
  function grow(branch: Branch, level: number): number {
    const x = inset + level * (columnWidth + columnGap);
    const height = boxHeight(branch, columnWidth);
    const top = bottom;
    const middles = (branch.branches ?? []).map((child) => grow(child, level + 1));
    const [first = top + height / 2, last = first] = [middles[0], middles.at(-1)];
    const middle = Math.max((first + last) / 2, top + height / 2);
    bottom = Math.max(bottom, middle + height / 2 + rowGap);
    elements.push(drawBox(branch, { x, y: middle - height / 2, width: columnWidth, height }));
    middles.forEach((childMiddle, index) => {
      const start = x + columnWidth;
      const turn = start + 14;
      elements.push(
        arrow([
          [start, middle],
          [turn, middle],
          [turn, childMiddle],
          [start + columnGap, childMiddle],
        ]),
      );
      const answer = branch.branches?.[index]?.answer;
      if (answer === undefined) return;
      const place = { x: turn + 4, y: childMiddle - answerLine - 1, lineHeight: answerLine };
      elements.push(textLines([answer], place, 'd-answer start'));
    });
    return middle;
  }

  grow(root, 0);
  return drawing(width, bottom - rowGap + inset, elements);
}

/** A tree that grows downwards like a list with indented lists, for narrow places. */
export function drawIndentedTree(root: Branch, width: number): Drawing {
  const elements: string[] = [];
  let y = inset;

  function grow(branch: Branch, level: number): number {
    const x = inset + level * indent;
    if (branch.answer !== undefined) {
      elements.push(textLines([branch.answer], { x: x + 2, y, lineHeight: answerLine }, 'd-answer start'));
      y += answerLine + 1;
    }
    const boxWide = level === 0 ? boxWidth(branch, width - 2 * inset) : width - inset - x;
    const place = { x, y, width: Math.min(boxWide, 460), height: boxHeight(branch, Math.min(boxWide, 460)) };
    elements.push(drawBox(branch, place, 'start'));
    y += place.height + rowGap;
    for (const child of branch.branches ?? []) {
      const middle = grow(child, level + 1);
      const line = x + indent / 2 - 2;
      elements.unshift(
        arrow([
          [line, place.y + place.height],
          [line, middle],
          [x + indent, middle],
        ]),
      );
    }
    return place.y + place.height / 2;
  }

  grow(root, 0);
  return drawing(width, y - rowGap + inset, elements);
}

function depthOf({ branches = [] }: Branch): number {
  return 1 + Math.max(0, ...branches.map(depthOf));
}
