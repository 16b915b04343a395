import { parseArgs } from 'node:util';
import { hardenLevels } from '../fixes/hardening';
import { type MinorVersion, newestVersion, parseVersion, versionName } from '../manifests/versions/kubernetesVersion';
import { nearestWord } from '../nearestWord';
import { ruleNamed, rules } from '../rules/catalogue';
import { profiles, type Rule } from '../rules/rule';
import { failLevels, formats, type LintRequest } from './lintRequest';

/** The names of the commands. */
export const commandNames = ['lint', 'explain'] as const;
/** The name of a command. */
export type CommandName = (typeof commandNames)[number];

/** What the arguments ask for, or what is wrong with them. */
export type Command =
  | { readonly kind: 'help'; readonly of: CommandName | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'lint'; readonly request: LintRequest }
  | { readonly kind: 'explain'; readonly rule: Rule }
  | { readonly kind: 'mistake'; readonly message: string };

/** A command, and whether it was asked for with or without colour. */
export interface Arguments {
  readonly command: Command;
  readonly color: boolean | undefined;
}

const everywhere = ['help', 'version', 'color', 'no-color'];

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  format: { type: 'string' },
  profile: { type: 'string' },
  'kubernetes-version': { type: 'string' },
  fix: { type: 'boolean' },
  harden: { type: 'string' },
  diff: { type: 'boolean' },
  alone: { type: 'boolean' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean' },
  'fail-on': { type: 'string' },
  'stdin-filename': { type: 'string' },
} as const;

const knownOptions = new Map<string, { readonly type: 'boolean' | 'string' }>(Object.entries(options));

/** Wrong arguments are thrown and caught within this file, so that what is checked can be used at once. */
class Mistake extends Error {}

/** Understands the arguments that stand behind the program's name. */
export function readArguments(given: readonly string[]): Arguments {
  try {
    return understand(given);
  } catch (error) {
    if (error instanceof Mistake) return { command: { kind: 'mistake', message: error.message }, color: undefined };
    throw error;
  }
}

function understand(given: readonly string[]): Arguments {
  const { values, positionals } = parse(given);
  const color = values.has('no-color') ? false : values.has('color') ? true : undefined;
  const [first, ...rest] = positionals;
  const name = first === undefined ? undefined : commandIn(first);
  if (values.has('help')) return { color, command: { kind: 'help', of: name } };
  if (values.has('version')) return { color, command: { kind: 'version' } };
  switch (name) {
    case undefined:
      throw new Mistake(`A command is missing: ${listed(commandNames)}`);
    case 'explain':
      return { color, command: { kind: 'explain', rule: ruleIn(rest, values) } };
    case 'lint':
      return { color, command: { kind: 'lint', request: lintRequest(rest, values) } };
  }
}

function commandIn(name: string): CommandName {
  if (isOneOf(commandNames, name)) return name;
  throw new Mistake(`There is no command "${name}"${suggestion(name, commandNames)}`);
}

function parse(given: readonly string[]): { values: Map<string, string>; positionals: string[] } {
  const { tokens, positionals } = parseArgs({ args: [...given], options, strict: false, tokens: true });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = knownOptions.get(token.name);
    if (!option) {
      const words = [...knownOptions.keys()].map((word) => `--${word}`);
      throw new Mistake(`There is no option ${token.rawName}${suggestion(token.rawName, words)}`);
    }
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw new Mistake(`${token.rawName} takes no value`);
      values.set(token.name, '');
    } else {
      const isMissing = !token.value || (!token.inlineValue && token.value.startsWith('-'));
      if (isMissing) throw new Mistake(`${token.rawName} needs a value${legalWords(token.name)}`);
      values.set(token.name, token.value ?? '');
    }
  }
  return { values, positionals };
}

function ruleIn(names: readonly string[], values: ReadonlyMap<string, string>): Rule {
  const stray = [...values.keys()].find((option) => !everywhere.includes(option));
  if (stray !== undefined) throw new Mistake(`--${stray} is an option of lint, not of explain`);
  const [id, second] = names;
  if (id === undefined) throw new Mistake('explain needs the id of a rule, for example host-network');
  if (second !== undefined) throw new Mistake(`explain takes one rule, so "${second}" is too much`);
  const rule = ruleNamed(id);
  const ids = rules.map((known) => known.id);
  if (!rule) throw new Mistake(`There is no rule "${id}"${suggestion(id, ids)}; explain --help lists all of them`);
  return rule;
}

function lintRequest(paths: readonly string[], values: ReadonlyMap<string, string>): LintRequest {
  const harden = wordOf(values, 'harden', hardenLevels);
  const standardInputName = values.get('stdin-filename');
  const empty = paths.indexOf('');
  if (empty >= 0) throw new Mistake(`Path ${empty + 1} is empty`);
  if (harden !== undefined && !values.has('fix') && !values.has('diff')) {
    throw new Mistake('--harden says how far --fix or --diff may go, so it needs one of them');
  }
  if (values.has('write-baseline') && (values.has('fix') || values.has('diff'))) {
    throw new Mistake('--write-baseline writes down what is found as it is, so it goes with neither --fix nor --diff');
  }
  if (standardInputName !== undefined && !paths.includes('-')) {
    throw new Mistake('--stdin-filename names what is read for the path -, which is missing');
  }
  return {
    paths: paths.length > 0 ? paths : ['.'],
    standardInputName,
    format: wordOf(values, 'format', formats) ?? 'pretty',
    profile: wordOf(values, 'profile', profiles),
    kubernetesVersion: versionOf(values.get('kubernetes-version')),
    fixes: values.has('diff') ? 'shown' : values.has('fix') ? 'written' : 'left',
    harden,
    isAlone: values.has('alone'),
    baseline: values.get('baseline'),
    writesBaseline: values.has('write-baseline'),
    failOn: wordOf(values, 'fail-on', failLevels) ?? 'warning',
  };
}

const wordLists: Readonly<Record<string, readonly string[]>> = {
  format: formats,
  profile: profiles,
  harden: hardenLevels,
  'fail-on': failLevels,
};

function legalWords(option: string): string {
  const words = wordLists[option];
  return words ? `: ${listed(words)}` : '';
}

function wordOf<Word extends string>(
  values: ReadonlyMap<string, string>,
  option: string,
  words: readonly Word[],
): Word | undefined {
  const value = values.get(option);
  if (value === undefined || isOneOf(words, value)) return value;
  throw new Mistake(`--${option} can't be "${value}"${suggestion(value, words)}; it is one of ${listed(words)}`);
}

function versionOf(written: string | undefined): MinorVersion | undefined {
  if (written === undefined) return undefined;
  const version = parseVersion(written);
  if (version !== undefined) return version;
  throw new Mistake(
    `--kubernetes-version can't be "${written}": versions are written as 1.N, for example ${versionName(newestVersion)}`,
  );
}

function suggestion(word: string, words: readonly string[]): string {
  const nearest = nearestWord(word, words);
  return nearest === undefined ? '' : `, did you mean ${nearest}?`;
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return words.some((known) => known === word);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
