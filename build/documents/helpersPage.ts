import { commandOf, helpers, runHelperCommand } from '../../client/kubectl/catalogue/catalogue';
import { type Helper, helperGroups } from '../../client/kubectl/catalogue/helper';
import { placeholdersOfHelper } from '../../client/kubectl/commandLine/placeholders';
import { shownLines } from '../../client/kubectl/commandLine/shownLines';

/** The page docs/helpers.md, made from the helpers. */
export function helpersPage(): string {
  const sections = helperGroups.map((group) => {
    const ofGroup = helpers.filter((helper) => helper.group === group);
    return [`## ${group}`, ...ofGroup.map(section)].join('\n\n');
  });
  return `${[introduction(), ...sections].join('\n\n')}\n`;
}

function introduction(): string {
  return `# kubectl helpers

<!-- Made from client/kubectl/catalogue by "npm run helpers"; change it there. -->

Each is a command of the palette, found by its title and by what else one calls it; "Seaworthy: Run kubectl helper…" lists them
all and finds them by their command lines too. Each asks for what is in \`<angle brackets>\` by picking from the cluster, with the
manifest under the cursor as the first suggestion, and runs in the integrated terminal. \`[Brackets]\` are left out when you pick nothing. Where kubectl reads its configuration from one file, the
line names it with \`--kubeconfig\` too. Keybindings and other extensions run one with
\`{"command": "${runHelperCommand}", "args": {"id": "busybox-debug-pod"}}\`.`;
}

function section(helper: Helper): string {
  const parts = [`### ${helper.title}`, `\`${helper.id}\` · ${helper.useful}`];
  parts.push(helper.kind === 'host' ? hostTable(helper) : shellLines(shownLines(helper)));
  const facts = [`Command: \`${commandOf(helper)}\`. Also found by: ${helper.synonyms.join(', ')}.`];
  if (helper.kind === 'kubectl' && helper.changes) facts.push(`Asks first: ${helper.changes}`);
  if (helper.kind === 'kubectl' && helper.kubectlSince) facts.push(`Needs kubectl 1.${helper.kubectlSince} or newer.`);
  if (helper.source) facts.push(`On the practice page: ${helper.source.map((line) => `\`${line}\``).join(', ')}.`);
  if (helper.changed) facts.push(`What changed: ${helper.changed}`);
  parts.push(facts.map((fact) => `- ${fact}`).join('\n'));
  return parts.join('\n\n');
}

function shellLines(lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}

function hostTable(helper: Extract<Helper, { kind: 'host' }>): string {
  const rows = helper.lines.map(({ host, line }) => `| ${host} | \`${line.replaceAll('|', '\\|')}\` |`);
  const asked = placeholdersOfHelper(helper).length > 0 ? 'What is in angle brackets is asked for. ' : '';
  return [`${asked}Shown to copy:`, '', '| where | line |', '| --- | --- |', ...rows].join('\n');
}
