import { describeKey, keyAt } from '../../configuration/configurationKeys';
import { wordsOf } from '../../configuration/configurationWords';
import { globFault, matcherOf } from '../../configuration/globs';
import { rulePage } from '../../features/explanations/rulePage';
import { codeSpan } from '../../features/values/markdown';
import { ruleNamed } from '../../rules/catalogue';
import type { Rule } from '../../rules/rule';
import { chartMatcher, chartsAmong } from '../../workspace/charts/chartsBelow';
import type { ConfigurationContext } from './configurationContext';
import { type ConfigurationPlace, placeAt } from './placeAt';

/** What hover shows, and of which stretch of the text in UTF-16 offsets. */
export interface ConfigurationHover {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/** How many files are named of those that a glob means. */
const mostNamed = 5;

/** What there is to know about a place of a configuration that no schema has said already. */
export async function configurationHover(
  text: string,
  offset: number,
  context: ConfigurationContext,
): Promise<ConfigurationHover | undefined> {
  const place = placeAt(text, offset);
  if (!place) return undefined;
  const markdown = await explanation(place, context);
  return markdown === undefined ? undefined : { markdown, ...place.range };
}

async function explanation(
  { part, path, text }: ConfigurationPlace,
  context: ConfigurationContext,
): Promise<string | undefined> {
  const key = keyAt(path);
  const holder = keyAt(path.slice(0, -1));
  if (part === 'key') {
    const rule = holder?.value === 'rule settings' ? ruleNamed(text) : undefined;
    if (rule) return aboutRule(rule, context);
    return key && !context.hasSchemas ? describeKey(key) : undefined;
  }
  if (holder?.value === 'globs') return aboutGlob(text, context);
  if (key?.value === 'chart') return aboutChart(text, context);
  const value = key?.value ?? holder?.value;
  const word = value && !context.hasSchemas ? wordsOf(value)?.find((known) => known.word === text) : undefined;
  return word && `**${word.word}**: ${word.meaning}`;
}

/** The schema says a rule's title and severity. */
function aboutRule(rule: Rule, { hasSchemas, rulePages }: ConfigurationContext): string {
  const link = `[${rule.id}](${rulePage(rule, rulePages)})`;
  const body = `${rule.why.trim()}\n\n${rule.remedy.trim()}`;
  return hasSchemas
    ? `${body}\n\n${link}`
    : `**${rule.title}** · ${link}\n\n${body}\n\nBy itself: \`${rule.severity}\`, from the profile \`${rule.profile}\` on.`;
}

async function aboutGlob(glob: string, { filesBelow }: ConfigurationContext): Promise<string | undefined> {
  if (globFault(glob) !== undefined) return undefined;
  const known = await filesBelow();
  if (!known) return undefined;
  return aboutMatches(known.paths.filter(matcherOf([glob])), known.isComplete, { one: 'file', many: 'files' });
}

async function aboutChart(glob: string, { filesBelow }: ConfigurationContext): Promise<string | undefined> {
  if (globFault(glob) !== undefined) return undefined;
  const known = await filesBelow();
  if (!known) return undefined;
  const matches = chartsAmong(known.paths).filter(chartMatcher(glob));
  const named = matches.map((folder) => folder || '.');
  return aboutMatches(named, known.isComplete, { one: 'chart', many: 'charts' });
}

function aboutMatches(
  matches: readonly string[],
  isComplete: boolean,
  noun: { readonly one: string; readonly many: string },
): string | undefined {
  // Of a glob that means nothing its diagnostic tells.
  if (matches.length === 0) return undefined;
  const named = matches.slice(0, mostNamed).map((file) => `- ${codeSpan(file)}`);
  const rest = matches.length - named.length;
  const count = `Means ${matches.length}${isComplete ? '' : ' or more'} ${matches.length === 1 ? noun.one : noun.many}:`;
  return [count, [...named, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n')].join('\n\n');
}
