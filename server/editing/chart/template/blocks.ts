import type { TypedAction } from '../../../rendering/charts/language/halfTyped/actionTokens';
import type { Token } from '../../../rendering/charts/language/tokens';

/** An action that begins, parts or ends something, with its keyword. */
export interface Mark {
  readonly action: TypedAction;
  readonly word: Token;
}

/** What stands between an action that begins something and its end. */
export interface Block {
  /** The keyword of its first action: `if`, `define` … */
  readonly kind: string;
  /** The action that begins it, those with `else`, and its end if that is typed. */
  readonly marks: readonly [Mark, ...Mark[]];
  /** Where it ends: where the next definition begins or the text ends, if its end isn't typed. */
  readonly end: number;
}

interface OpenBlock extends Block {
  readonly marks: [Mark, ...Mark[]];
  end: number;
}

const beginning = new Set(['if', 'with', 'range', 'define', 'block']);

/** The blocks of a template in the order of their beginnings, matched as Go matches them. */
export function blocksIn(actions: readonly TypedAction[], length: number): Block[] {
  const found: OpenBlock[] = [];
  const open: OpenBlock[] = [];
  for (const action of actions) {
    const word = action.tokens.find(({ kind }) => kind !== 'space');
    if (word?.kind !== 'keyword') continue;
    const mark = { action, word };
    if (beginning.has(word.text)) {
      // A definition stands in nothing else.
      if (word.text === 'define') for (const block of open.splice(0)) block.end = action.start;
      const block: OpenBlock = { kind: word.text, marks: [mark], end: length };
      found.push(block);
      open.push(block);
    } else if (word.text === 'else') open.at(-1)?.marks.push(mark);
    else if (word.text === 'end') {
      const block = open.pop();
      if (!block) continue;
      block.marks.push(mark);
      block.end = action.end;
    }
  }
  return found;
}
