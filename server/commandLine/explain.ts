import type { Rule } from '../rules/rule';
import type { Paint } from './colors';

/** Everything a rule says about itself, to be read in a terminal. */
export function explanationOf(rule: Rule, paint: Paint): string {
  const facts = [`Severity: ${rule.severity}`, `Profile: ${rule.profile}`];
  if (rule.standards.length > 0) facts.push(`Standards: ${rule.standards.join(', ')}`);
  const sections = [
    `${paint(rule.id, 'bold', 'cyan')}: ${paint(rule.title, 'bold')}`,
    facts.join('\n'),
    rule.why.trim(),
    `${paint('How to mend it', 'bold')}\n${rule.remedy.trim()}`,
    `${paint('Reported', 'bold')}\n${indented(rule.bad)}`,
    `${paint('As it should be', 'bold')}\n${indented(rule.good)}`,
    `${paint('Read on', 'bold')}\n${rule.links.map(({ title, url }) => `${title}: ${url}`).join('\n')}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function indented(manifest: string): string {
  return manifest.trimEnd().replace(/^(?=.)/gm, '    ');
}
