import type { branchesAround } from '../yaml/templates/branches';
import type { Condition, Said } from '../yaml/templates/templateConditions';
import type { Template } from '../yaml/templates/templates';
import { switchesIn } from '../yaml/templates/templateWays';

/**
 * `when .Values.a is set`, `unless .Values.a is set`: the values with which some branches are taken, one inside of the
 * other, and switches are as they have to be.
 */
export function conditionWords(
  { chains }: Template,
  around: ReturnType<typeof branchesAround>,
  settings: readonly (readonly [name: string, on: boolean])[],
): string {
  const known = switchesIn(chains);
  const conditions = [
    ...around.flatMap(({ chain, branch }): Condition[] => [
      ...chain.branches.slice(0, chain.branches.indexOf(branch)).map(({ condition }) => not(condition)),
      branch.condition,
    ]),
    ...settings.flatMap(([name, on]) => {
      const condition = known.get(name);
      return condition ? [on ? condition : not(condition)] : [];
    }),
  ].filter(({ kind }) => kind !== 'always');
  const [only, ...more] = conditions;
  if (only?.kind === 'not' && more.length === 0) return `unless ${wordsOf(only.of)}`;
  return conditions.length > 0
    ? `when ${conditions.map((condition) => wordsOf(condition)).join(' and ')}`
    : 'with some values';
}

function not(condition: Condition): Condition {
  return condition.kind === 'not' ? condition.of : { kind: 'not', of: condition };
}

function wordsOf(condition: Condition, isOn = true): string {
  switch (condition.kind) {
    case 'always':
      return isOn ? 'always' : 'never';
    case 'switch':
      return spoken(condition.said, isOn);
    case 'not':
      return wordsOf(condition.of, !isOn);
    default: {
      const joint = isOn === (condition.kind === 'all') ? ' and ' : ' or ';
      const parts = condition.of.map((part) => wordsOf(part, isOn)).join(joint);
      return joint === ' or ' ? `(${parts})` : parts;
    }
  }
}

function spoken(said: Said, isOn: boolean): string {
  return isOn ? said.on : said.off;
}
