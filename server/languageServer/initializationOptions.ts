import type { InitializationOptions } from '../protocol/starting';
import { isObject } from '../unknownJson';

/** What the client has said when it started the server, and what counts for what it left out. */
export interface StartingOptions extends Required<Omit<InitializationOptions, 'completionCommand' | 'rulePages'>> {
  readonly completionCommand: string | undefined;
  readonly rulePages: string | undefined;
}

/** What counts for a client that says nothing: it leaves all to us, and has nothing of its own. */
const defaults: StartingOptions = {
  reportsSyntax: true,
  reportsLimits: true,
  explainsFunctions: true,
  explainsTemplates: true,
  looksAtJson: true,
  hasSchemas: false,
  hasCommands: false,
  completionCommand: undefined,
  rulePages: undefined,
};

/** Reads what a client has said; what is no value for an option is told, and doesn't count. */
export function readStartingOptions(told: unknown): { options: StartingOptions; problems: readonly string[] } {
  const problems: string[] = [];
  const given = isObject(told) ? told : {};
  if (told !== undefined && told !== null && !isObject(told)) problems.push('they are no object.');
  const yesOrNo = (name: keyof InitializationOptions, otherwise: boolean) => {
    const value = given[name] ?? otherwise;
    if (typeof value === 'boolean') return value;
    problems.push(`${name} is true or false, and counts as ${otherwise}.`);
    return otherwise;
  };
  const text = (name: keyof InitializationOptions) => {
    const value = given[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    problems.push(`${name} is a text, and is left out.`);
    return undefined;
  };
  const options = {
    reportsSyntax: yesOrNo('reportsSyntax', defaults.reportsSyntax),
    reportsLimits: yesOrNo('reportsLimits', defaults.reportsLimits),
    explainsFunctions: yesOrNo('explainsFunctions', defaults.explainsFunctions),
    explainsTemplates: yesOrNo('explainsTemplates', defaults.explainsTemplates),
    looksAtJson: yesOrNo('looksAtJson', defaults.looksAtJson),
    hasSchemas: yesOrNo('hasSchemas', defaults.hasSchemas),
    hasCommands: yesOrNo('hasCommands', defaults.hasCommands),
    completionCommand: text('completionCommand'),
    rulePages: text('rulePages'),
  };
  return { options, problems };
}
