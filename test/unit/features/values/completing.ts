import type { CompletionItem } from 'vscode-languageserver-types';
import { valuesOutsideObjects } from '../../../../server/editing/editing';
import { completions } from '../../../../server/features/completion';
import type { ValueContext } from '../../../../server/features/values/offeredValue';
import { writtenObjects } from '../../../../server/features/values/writtenObjects';
import { lint } from '../../../../server/lint/lint';
import { newestVersion } from '../../../../server/manifests/versions/kubernetesVersion';
import { rules } from '../../../../server/rules/catalogue';
import type { ProfileFile } from '../../../../server/workspace/confinementProfileFiles';
import { shippedSnippets } from '../../../snippets/shippedSnippets';
import { optionsWith } from '../../lint/linting';

/** What an editor is like in which a text is completed. */
export interface Completing {
  readonly trigger?: string;
  readonly kubernetesVersion?: number;
  readonly hasSchemas?: boolean;
  readonly takesSnippets?: boolean;
  readonly asksAgain?: string;
  readonly profiles?: readonly ProfileFile[];
  /** The text as it was when it was linted last. */
  readonly lintedBefore?: string;
  /** Other texts that are open. */
  readonly open?: readonly string[];
}

const options = optionsWith(rules);

/** What is offered at the mark `¦` of a text, in the order in which an editor shows it. */
export async function offeredAt(marked: string, completing: Completing = {}): Promise<CompletionItem[]> {
  const offset = marked.indexOf('¦');
  if (offset < 0) throw new Error('The text has no mark.');
  const text = marked.replace('¦', '');
  const before = text.slice(0, offset).split('\n');
  const context: ValueContext = {
    kubernetesVersion: completing.kubernetesVersion ?? newestVersion,
    hasSchemas: completing.hasSchemas ?? true,
    namesOf: async (group, kind) =>
      [text, ...(completing.open ?? [])].flatMap((open, index) =>
        writtenObjects(open, group, kind).map((object) => ({ ...object, file: `${index}.yaml` })),
      ),
    valuesOutsideObjects,
    profiles: async () => completing.profiles ?? [],
  };
  const items = await completions(
    {
      source: { uri: 'file:///web.yaml', text, workloadKinds: options.workloadKinds },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      offset,
      trigger: completing.trigger,
      context,
      linted: async () => lint(completing.lintedBefore ?? text, options),
      asksAgain: completing.asksAgain,
    },
    completing.takesSnippets ? shippedSnippets : [],
    completing.takesSnippets ? { indent: 2, insertsAsIs: true } : undefined,
  );
  return items.toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** The names of what is offered. */
export async function labelsAt(marked: string, completing?: Completing): Promise<string[]> {
  return (await offeredAt(marked, completing)).map(({ label }) => label);
}

/** The line that choosing an item makes. */
export async function chosenAt(marked: string, label: string, completing?: Completing): Promise<string | undefined> {
  const edit = (await offeredAt(marked, completing)).find((item) => item.label === label)?.textEdit;
  if (!edit || !('range' in edit)) return undefined;
  const { start, end } = edit.range;
  const line = marked.replace('¦', '').split('\n')[start.line] ?? '';
  return line.slice(0, start.character) + edit.newText + line.slice(end.character);
}

/** A pod of one container, with lines in the container. */
export function inContainer(lines: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.0
${lines.replace(/^(?=.)/gm, '          ')}
`;
}

/** A pod, with lines in its spec. */
export function inPod(lines: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${lines.replace(/^(?=.)/gm, '  ')}\n  containers:\n    - name: web\n`;
}
