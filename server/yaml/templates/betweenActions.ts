import { lineStartAt, nextLineAt } from '../parsing/lines';
import { holds, indexFrom, isInside, touch } from '../parsing/ranges';
import { foreignChain, indentOf, ownerOf } from './branches';
import type { Chain } from './templateActions';
import type { Template } from './templates';

/** What new lines shall belong to: a mapping or a list, by where it starts and at which column. */
export interface Joined {
  readonly start: number;
  readonly column: number;
}

/**
 * The start of a line for new lines of a mapping or a list: behind a given one, and behind what actions still write for the
 * value above, but in no branch that what they belong to doesn't stand in. Undefined where there is no such line.
 */
export function lineOutsideBehind(template: Template, offset: number, joined: Joined): number | undefined {
  const { text, chains } = template;
  const owner = ownerOf(template, joined.start, joined.column);
  let line = offset;
  for (;;) {
    const foreign = foreignChain(chains, owner, line);
    const passed = foreign?.end ?? deeperEnd(template, line, joined);
    if (passed === undefined) return line;
    const next = nextLineAt(text, passed);
    if (/\S/.test(text.slice(passed, next)) || next <= line) return undefined;
    line = next;
  }
}

/** The same, in front of a line. */
export function lineOutsideBefore(template: Template, offset: number, joined: Joined): number | undefined {
  const { text, chains } = template;
  const owner = ownerOf(template, joined.start, joined.column);
  const foreign = foreignChain(chains, owner, offset);
  if (!foreign) return offset;
  const line = lineStartAt(text, foreign.start);
  return /\S/.test(text.slice(line, foreign.start)) ? undefined : line;
}

/** Where the action or choice on a line ends that writes for the value above it alone. */
function deeperEnd(template: Template, line: number, { column }: Joined): number | undefined {
  const { text, gaps } = template;
  const next = nextLineAt(text, line);
  const chain = chainStartingIn(template.chains, line, next);
  if (chain) return writesDeeper(template, chain, column) ? chain.end : undefined;
  const gap = gaps.find(({ offset }) => holds({ start: line, end: next }, offset));
  if (!gap || gap.column <= column || /[^\s{]/.test(text.slice(line, gap.offset))) return undefined;
  return gap.end;
}

function chainStartingIn(chains: readonly Chain[], start: number, end: number): Chain | undefined {
  for (const chain of chains) {
    if (holds({ start, end }, chain.start)) return chain;
    for (let index = indexFrom(chain.branches, start); ; index++) {
      const branch = chain.branches[index];
      if (!branch || !touch(branch, { start, end })) break;
      const found = chainStartingIn(branch.chains, start, end);
      if (found) return found;
    }
  }
  return undefined;
}

function writesDeeper(template: Template, chain: Chain, column: number): boolean {
  const { start, end } = chain;
  const text = template.masked;
  if (template.gaps.some(({ offset, column: own }) => isInside(chain, offset) && own <= column)) return false;
  let writes = template.gaps.some(({ offset }) => isInside(chain, offset));
  for (let line = nextLineAt(text, start); line < end; line = nextLineAt(text, line)) {
    const indent = indentOf(text, line);
    if (indent === undefined) continue;
    writes = true;
    // Items of a list may stand at the column of its key.
    if (indent < column || (indent === column && !/^-\s/.test(text.slice(line + indent, line + indent + 2))))
      return false;
  }
  return writes;
}
