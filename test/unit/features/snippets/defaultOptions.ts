import { emptyConfiguration } from '../../../../server/configuration/configuration';
import { optionsFor } from '../../../../server/configuration/effectiveOptions';
import type { LintOptions } from '../../../../server/lint/lintOptions';
import { optionsWith } from '../../lint/linting';

const answer = optionsFor(emptyConfiguration, 'web.yaml', { reportsSyntax: true, checksEveryDocument: false });

/** What a file is linted for where nobody says anything else. */
export const defaultOptions: LintOptions = answer.state === 'linted' ? answer.options : optionsWith();
