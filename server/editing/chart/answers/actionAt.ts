import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import type { TypedAction } from '../../../rendering/charts/language/halfTyped/actionTokens';
import type { Token } from '../../../rendering/charts/language/tokens';
import { templateOf } from '../model/chartText';

/** A place within an action. */
export interface ActionPlace {
  readonly action: TypedAction;
  /** The token that ends at the place or goes on behind it, blanks left out. */
  readonly token: Token | undefined;
  /** The tokens before that. */
  readonly before: readonly Token[];
}

/** The place of an offset within an action; undefined outside. */
export function actionAt(file: GivenFile, offset: number): ActionPlace | undefined {
  const action = templateOf(file).actions.find(({ start, close }) => start + 2 <= offset && offset <= close);
  if (!action) return undefined;
  const tokens = action.tokens.filter(({ kind }) => kind !== 'space');
  const position = tokens.findLastIndex(({ start, text }) => start < offset && offset <= start + text.length);
  const token = tokens[position];
  return { action, token, before: tokens.filter(({ start }) => start < (token?.start ?? offset)) };
}
