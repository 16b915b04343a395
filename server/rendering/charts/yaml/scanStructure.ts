import { addBare, isValid, lastKey, noKey, removeKey, type Scanning, saveKey } from './scanKeys';
import { bareToken, type Mark, markAt, scanFault, type TokenKind } from './scanState';

const deepest = 10_000;

/** Begins a block where a mark stands, if it stands further in; its token comes before another one, or last. */
function rollIndent(scanning: Scanning, kind: TokenKind, mark: Mark, before?: number): void {
  const { indents, tokens } = scanning;
  if (scanning.flowLevel > 0 || scanning.indent >= mark.column) return;
  indents.push(scanning.indent);
  scanning.indent = mark.column;
  if (indents.length > deepest) throw tooDeep(scanning);
  const token = bareToken(kind, mark);
  if (before === undefined) tokens.push(token);
  else tokens.splice(scanning.head + before - scanning.taken, 0, token);
}

function tooDeep(scanning: Scanning) {
  return scanFault(lastKey(scanning).mark, `exceeded max depth of ${deepest}`, markAt(scanning));
}

/** Ends the blocks that stand further in than a column. */
export function unrollIndent(scanning: Scanning, column: number): void {
  if (scanning.flowLevel > 0) return;
  while (scanning.indent > column) {
    scanning.tokens.push(bareToken('block end', markAt(scanning)));
    scanning.indent = scanning.indents.pop() ?? -1;
  }
}

/** Ends all blocks. */
export function endBlocks(scanning: Scanning): void {
  unrollIndent(scanning, -1);
  removeKey(scanning);
  scanning.isKeyAllowed = false;
}

/** `[` or `{`. */
export function flowStart(scanning: Scanning, kind: TokenKind): void {
  saveKey(scanning);
  scanning.keys.push(noKey(markAt(scanning)));
  scanning.flowLevel++;
  if (scanning.flowLevel > deepest) throw tooDeep(scanning);
  scanning.isKeyAllowed = true;
  addBare(scanning, kind, 1);
}

/** `]` or `}`. */
export function flowEnd(scanning: Scanning, kind: TokenKind): void {
  removeKey(scanning);
  if (scanning.flowLevel > 0) {
    scanning.flowLevel--;
    scanning.keys.pop();
  }
  scanning.isKeyAllowed = false;
  addBare(scanning, kind, 1);
}

/** `,`. */
export function flowEntry(scanning: Scanning): void {
  removeKey(scanning);
  scanning.isKeyAllowed = true;
  addBare(scanning, 'flow entry', 1);
}

/** `-`. */
export function blockEntry(scanning: Scanning): void {
  if (scanning.flowLevel === 0) {
    if (!scanning.isKeyAllowed) {
      throw scanFault(undefined, 'block sequence entries are not allowed in this context', markAt(scanning));
    }
    rollIndent(scanning, 'block sequence start', markAt(scanning));
  }
  removeKey(scanning);
  scanning.isKeyAllowed = true;
  addBare(scanning, 'block entry', 1);
}

/** `?`. */
export function explicitKey(scanning: Scanning): void {
  if (scanning.flowLevel === 0) {
    if (!scanning.isKeyAllowed) {
      throw scanFault(undefined, 'mapping keys are not allowed in this context', markAt(scanning));
    }
    rollIndent(scanning, 'block mapping start', markAt(scanning));
  }
  removeKey(scanning);
  scanning.isKeyAllowed = scanning.flowLevel === 0;
  addBare(scanning, 'key', 1);
}

/** `:`. */
export function mappingValue(scanning: Scanning): void {
  const key = lastKey(scanning);
  if (isValid(scanning, key)) {
    scanning.tokens.splice(scanning.head + key.tokenNumber - scanning.taken, 0, bareToken('key', key.mark));
    rollIndent(scanning, 'block mapping start', key.mark, key.tokenNumber);
    key.isPossible = false;
    scanning.isKeyAllowed = false;
  } else {
    if (scanning.flowLevel === 0) {
      if (!scanning.isKeyAllowed) {
        throw scanFault(undefined, 'mapping values are not allowed in this context', markAt(scanning));
      }
      rollIndent(scanning, 'block mapping start', markAt(scanning));
    }
    scanning.isKeyAllowed = scanning.flowLevel === 0;
  }
  addBare(scanning, 'value', 1);
}
