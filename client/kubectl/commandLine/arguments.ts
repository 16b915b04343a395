import type { FilledPlaceholder, Helper, InputName, KubectlHelper, Step } from '../catalogue/helper';

/** What was picked, typed or filled in, by placeholder. */
export type Values = Readonly<Partial<Record<InputName | FilledPlaceholder, string>>>;

/** The cluster and namespace that a command line names. */
export interface Target {
  /** The one file, when kubectl reads its configuration from one. */
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
}

export type Arguments =
  | { readonly kind: 'arguments'; readonly list: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

const placeholder = /<([a-z][A-Za-z]*)>/g;

/** The placeholders of a text, in its order. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(placeholder)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** What a helper's command lines hold for the user or the settings to fill in, each once. */
export function placeholdersOfHelper(helper: Helper): string[] {
  const texts =
    helper.kind === 'kubectl' ? helper.steps.flatMap(({ words }) => words).flatMap(wordsOf) : shownLines(helper);
  return [...new Set(texts.flatMap(placeholdersOf))];
}

/**
 * The arguments for kubectl: where to, then what. A positional argument that would be taken for a flag is refused, and
 * so is a step whose inputs are not all given.
 */
export function argumentList(helper: KubectlHelper, step: Step, values: Values, target: Target): Arguments {
  const list = targetFlags(helper, target);
  let takesFlags = true;
  for (const word of step.words) {
    if (typeof word !== 'string' && values[word.given] === undefined) continue;
    for (const pattern of wordsOf(word)) {
      const filled = filledIn(pattern, values);
      if (filled === undefined) return { kind: 'refused', reason: `${helper.title} lacks a value for ${pattern}.` };
      if (takesFlags && filled.startsWith('-') && !pattern.startsWith('-') && !isFileFlag(pattern)) {
        return {
          kind: 'refused',
          reason: `"${filled}" begins with a hyphen, and kubectl would take it for an option.`,
        };
      }
      if (pattern === '--') takesFlags = false;
      list.push(filled);
    }
  }
  return { kind: 'arguments', list };
}

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
export function shownStep(helper: KubectlHelper, step: Step): string {
  const flags =
    helper.scope === 'namespace'
      ? ' --context=<context> --namespace=<namespace>'
      : helper.scope === 'cluster'
        ? ' --context=<context>'
        : '';
  return `kubectl${flags} ${step.words.map(shownWord).join(' ')}`;
}

function shownWord(word: Step['words'][number]): string {
  if (typeof word !== 'string') return `[${word.words.join(' ')}]`;
  return /[\s`{}]/.test(word) ? `'${word}'` : word;
}

function targetFlags(helper: KubectlHelper, { kubeconfig, context, namespace }: Target): string[] {
  const flags: string[] = [];
  if (kubeconfig !== undefined) flags.push(`--kubeconfig=${kubeconfig}`);
  if (helper.scope !== 'kubeconfig' && context !== undefined) flags.push(`--context=${context}`);
  if (helper.scope === 'namespace' && namespace !== undefined) flags.push(`--namespace=${namespace}`);
  return flags;
}

function wordsOf(word: Step['words'][number]): readonly string[] {
  return typeof word === 'string' ? [word] : word.words;
}

/** The file inputs are whole flags, since kubectl takes a kustomization by another one than a manifest. */
function isFileFlag(pattern: string): boolean {
  return pattern === '<file>' || pattern === '<copiedText>';
}

function filledIn(pattern: string, values: Values): string | undefined {
  let complete = true;
  const filled = pattern.replaceAll(placeholder, (_whole, name: string) => {
    const value = isKnown(name, values) ? values[name] : undefined;
    if (value === undefined) complete = false;
    return value ?? '';
  });
  return complete ? filled : undefined;
}

function isKnown(name: string, values: Values): name is InputName | FilledPlaceholder {
  return Object.hasOwn(values, name);
}
