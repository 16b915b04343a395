import { emptyConfiguration } from '../../../server/configuration/configuration';
import { optionsFor } from '../../../server/configuration/effectiveOptions';
import type { LintOptions } from '../../../server/lint/lintOptions';

/** What is linted with where every rule is on. */
export const everyRule: LintOptions = allRules();

function allRules(): LintOptions {
  const answer = optionsFor(emptyConfiguration, 'a.yaml', {
    overruling: { profile: 'all' },
    reportsSyntax: false,
    checksEveryDocument: false,
  });
  if (answer.state === 'excluded') throw new Error('An empty configuration excludes nothing');
  return answer.options;
}
