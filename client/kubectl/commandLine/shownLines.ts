import type { Helper, KubectlHelper, Step, Word } from '../catalogue/helper';
import type { Values } from './placeholders';

/** What a helper runs, or has to run elsewhere, as it is shown before its inputs are known. */
export function shownLines(helper: Helper): readonly string[] {
  switch (helper.kind) {
    case 'kubectl':
      return helper.steps.map((step) => shownStep(helper, step));
    case 'shell':
      return helper.aliases;
    case 'host':
      return helper.lines.map(({ line }) => line);
  }
}

/** A command line as it is shown before its inputs are known, with the placeholders in it. */
function shownStep(helper: KubectlHelper, step: Step): string {
  const flags =
    helper.scope === 'namespace'
      ? ' --context=<context> --namespace=<namespace>'
      : helper.scope === 'cluster'
        ? ' --context=<context>'
        : '';
  return `kubectl${flags} ${step.words.map(shownWord).join(' ')}`;
}

function shownWord(word: Word): string {
  if (typeof word !== 'string') return `[${word.words.join(' ')}]`;
  return /[\s`{}]/.test(word) ? `'${word}'` : word;
}

/** The first command line of a helper with what is known so far in it, without context and namespace. */
export function previewOf(helper: KubectlHelper, values: Values): string {
  const [step] = helper.steps;
  if (!step) return '';
  const known = new Map<string, string | undefined>(Object.entries(values));
  return shownStep({ ...helper, scope: 'kubeconfig' }, step).replaceAll(
    /<(\w+)>/g,
    (whole, name: string) => known.get(name) ?? whole,
  );
}
