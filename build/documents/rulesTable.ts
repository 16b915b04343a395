import path from 'node:path';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { lint } from '../../server/lint/lint';
import { rules } from '../../server/rules/catalogue';
import type { FixClass, Rule } from '../../server/rules/rule';

/** The page that lists all rules. */
export const rulesPage = path.resolve('docs', 'rules.md');

const introduction = `# All rules

Made from the rules' own documentation by \`npm run rules-table\`; don't edit it by hand. \`seaworthy explain RULE\` says why each one matters and
how to mend it. A profile holds the rules of those before it: baseline, restricted, recommended (the default), all. _Fix_ is what the
quick-fixes do to a running workload: [safe, harden or ask](../README.md#mending).
`;

const fixClasses: readonly FixClass[] = ['safe', 'harden', 'ask'];

/** The page as it should be: a table of all rules in the order of the catalogue. */
export function rulesTable(): string {
  const rows = rules.map((rule) => {
    const [page] = rule.links;
    return [
      `\`${rule.id}\``,
      `[${rule.title}](${page.url})`,
      rule.severity,
      rule.profile,
      fixesOf(rule).join(', '),
      rule.standards.join(', '),
    ];
  });
  const table = [
    ['rule', 'what it asks for', 'severity', 'profile', 'fix', 'standards'],
    Array(6).fill('---'),
    ...rows,
  ];
  const lines = table.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  return `${introduction}\n${lines.join('\n')}\n`;
}

/** The classes of the fixes that a rule offers for its bad example. */
function fixesOf(rule: Rule): FixClass[] {
  const usual = optionsFor(emptyConfiguration, 'manifest.yaml', { reportsSyntax: true, checksEveryDocument: false });
  if (usual.state === 'excluded') return [];
  const alone = { ...usual.options, rules: [{ rule, severity: rule.severity }] };
  const found = lint(rule.bad, alone).documents.flatMap(({ document }) => document.findings);
  const offered = found.flatMap(({ fixes }) => fixes);
  return fixClasses.filter((one) => offered.some((fix) => fix.class === one));
}
