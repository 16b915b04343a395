import { lineStartAt, nextLineAt } from '../parsing/lines';
import { indexFrom, reaches } from '../parsing/ranges';
import type { Branch, Chain } from './templateActions';
import type { Template } from './templates';

/** The branch of a choice that an offset stands in, if any: at its very end too, right before what ends it. */
function branchAt({ branches }: Chain, offset: number): Branch | undefined {
  const branch = branches[indexFrom(branches, offset)];
  return branch && reaches(branch, offset) ? branch : undefined;
}

/** The choices that an offset stands inside of, the outermost first, each with its branch. */
export function branchesAround(
  chains: readonly Chain[],
  offset: number,
): { readonly chain: Chain; readonly branch: Branch }[] {
  for (const chain of chains) {
    const branch = branchAt(chain, offset);
    if (branch) return [{ chain, branch }, ...branchesAround(branch.chains, offset)];
  }
  return [];
}

/** True if no values write both of two places: they stand in different branches of one choice. */
export function excludeEachOther(chains: readonly Chain[], a: number, b: number): boolean {
  for (const chain of chains) {
    const one = branchAt(chain, a);
    const other = branchAt(chain, b);
    if (one && other) return one !== other || excludeEachOther(one.chains, a, b);
  }
  return false;
}

/** The first choice that an offset stands inside of, but not what it belongs to. */
export function foreignChain(chains: readonly Chain[], owner: number, offset: number): Chain | undefined {
  const around = branchesAround(chains, offset);
  return around.find(({ branch }) => !reaches(branch, owner))?.chain;
}

/** Where the key or the dash stands that a mapping or a list belongs to, told by indentation; its own start if none does. */
export function ownerOf(template: Template, start: number, column: number): number {
  const text = template.masked;
  const ownLine = lineStartAt(text, start);
  const before = text.slice(ownLine, start).search(/\S/);
  if (before >= 0) return ownLine + before;
  for (let line = ownLine; line > 0; ) {
    line = lineStartAt(text, line - 1);
    const indent = indentOf(text, line);
    if (indent !== undefined && indent < column) return line + indent;
  }
  return start;
}

/** The indentation of a line that holds more than a comment or an action. */
export function indentOf(text: string, lineStart: number): number | undefined {
  const line = text.slice(lineStart, nextLineAt(text, lineStart));
  const indent = line.search(/\S/);
  return indent < 0 || line.charAt(indent) === '#' ? undefined : indent;
}
