import { parseArgs } from 'node:util';
import { hardenLevels } from '../fixes/hardening';
import { unnamedRelease } from '../manifests/objects/releaseName';
import { type MinorVersion, newestVersion, parseVersion, versionName } from '../manifests/versions/kubernetesVersion';
import { nearestWord } from '../nearestWord';
import { ruleNamed, rules } from '../rules/catalogue';
import { profiles, type Rule } from '../rules/rule';
import { type ChartRequest, failLevels, formats, type LintRequest } from './lintRequest';
import type { RenderRequest } from './renderRequest';

/** The names of the commands. */
export const commandNames = ['lint', 'render', 'explain'] as const;
/** The name of a command. */
export type CommandName = (typeof commandNames)[number];

/** What the arguments ask for, or what is wrong with them. */
export type Command =
  | { readonly kind: 'help'; readonly of: CommandName | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'lint'; readonly request: LintRequest }
  | { readonly kind: 'render'; readonly request: RenderRequest }
  | { readonly kind: 'explain'; readonly rule: Rule }
  | { readonly kind: 'mistake'; readonly message: string };

/** A command, and whether it was asked for with or without colour. */
export interface Arguments {
  readonly command: Command;
  readonly color: boolean | undefined;
}

/** An option and the commands that take it; none for those that all take. */
interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly of?: readonly CommandName[];
}

const lint = { of: ['lint'] } as const;
const render = { of: ['render'] } as const;
const both = { of: ['lint', 'render'] } as const;

const options: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  'kubernetes-version': { type: 'string', ...both },
  format: { type: 'string', ...lint },
  profile: { type: 'string', ...lint },
  fix: { type: 'boolean', ...lint },
  harden: { type: 'string', ...lint },
  diff: { type: 'boolean', ...lint },
  alone: { type: 'boolean', ...lint },
  baseline: { type: 'string', ...lint },
  'write-baseline': { type: 'boolean', ...lint },
  'fail-on': { type: 'string', ...lint },
  'stdin-filename': { type: 'string', ...lint },
  'no-render': { type: 'boolean', ...lint },
  values: { type: 'string', ...both },
  set: { type: 'string', ...both },
  release: { type: 'string', ...both },
  namespace: { type: 'string', ...both },
  'api-versions': { type: 'string', ...both },
  'include-crds': { type: 'boolean', ...render },
  origins: { type: 'boolean', ...render },
};

const knownOptions = new Map(Object.entries(options));

/** What each option was given, every time. */
type Given = ReadonlyMap<string, readonly string[]>;

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
  const { all, positionals } = parse(given);
  const values = lastOf(all);
  const color = values.has('no-color') ? false : values.has('color') ? true : undefined;
  const [first, ...rest] = positionals;
  const name = first === undefined ? undefined : commandIn(first);
  if (values.has('help')) return { color, command: { kind: 'help', of: name } };
  if (values.has('version')) return { color, command: { kind: 'version' } };
  switch (name) {
    case undefined:
      throw new Mistake(`A command is missing: ${listed(commandNames)}`);
    case 'explain':
      refuseOthers(name, all);
      return { color, command: { kind: 'explain', rule: ruleIn(rest) } };
    case 'lint':
      refuseOthers(name, all);
      return { color, command: { kind: 'lint', request: lintRequest(rest, all) } };
    case 'render':
      refuseOthers(name, all);
      return { color, command: { kind: 'render', request: renderRequest(rest, all) } };
  }
}

function lastOf(all: Given): ReadonlyMap<string, string> {
  return new Map([...all].map(([option, given]) => [option, given.at(-1) ?? '']));
}

function commandIn(name: string): CommandName {
  if (isOneOf(commandNames, name)) return name;
  throw new Mistake(`There is no command "${name}"${suggestion(name, commandNames)}`);
}

/** Refuses options of other commands. */
function refuseOthers(name: CommandName, all: Given): void {
  for (const option of all.keys()) {
    const { of } = options[option] ?? {};
    if (of && !of.includes(name)) throw new Mistake(`--${option} is an option of ${listed(of)}, not of ${name}`);
  }
}

function parse(given: readonly string[]): { all: Given; positionals: string[] } {
  const { tokens, positionals } = parseArgs({ args: [...given], options, strict: false, tokens: true });
  const all = new Map<string, string[]>();
  const add = (option: string, value: string) => all.set(option, [...(all.get(option) ?? []), value]);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = knownOptions.get(token.name);
    if (!option) {
      const words = [...knownOptions.keys()].map((word) => `--${word}`);
      throw new Mistake(`There is no option ${token.rawName}${suggestion(token.rawName, words)}`);
    }
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw new Mistake(`${token.rawName} takes no value`);
      add(token.name, '');
    } else {
      const isMissing = !token.value || (!token.inlineValue && token.value.startsWith('-'));
      if (isMissing) throw new Mistake(`${token.rawName} needs a value${legalWords(token.name)}`);
      add(token.name, token.value ?? '');
    }
  }
  return { all, positionals };
}

function ruleIn(names: readonly string[]): Rule {
  const [id, second] = names;
  if (id === undefined) throw new Mistake('explain needs the id of a rule, for example host-network');
  if (second !== undefined) throw new Mistake(`explain takes one rule, so "${second}" is too much`);
  const rule = ruleNamed(id);
  const ids = rules.map((known) => known.id);
  if (!rule) throw new Mistake(`There is no rule "${id}"${suggestion(id, ids)}; explain --help lists all of them`);
  return rule;
}

function lintRequest(paths: readonly string[], all: Given): LintRequest {
  const values = lastOf(all);
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
  const unrendered = [...ofCharts, 'api-versions'].find((option) => values.has(option));
  if (values.has('no-render') && unrendered !== undefined) {
    throw new Mistake(`--${unrendered} says how charts are rendered, so it doesn't go with --no-render`);
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
    charts: values.has('no-render') ? undefined : chartRequest(all),
  };
}

const ofCharts = ['values', 'set', 'release', 'namespace'] as const;

function chartRequest(all: Given): ChartRequest {
  const [given] = ofCharts.filter((option) => all.has(option));
  const last = (option: string) => all.get(option)?.at(-1);
  return {
    givenBy: given && `--${given}`,
    values: all.get('values') ?? [],
    set: all.get('set') ?? [],
    release: last('release'),
    namespace: last('namespace'),
    apiVersions: apiVersionsOf(all),
  };
}

function apiVersionsOf(all: Given): readonly string[] {
  return (all.get('api-versions') ?? []).flatMap((given) => given.split(','));
}

function renderRequest(paths: readonly string[], all: Given): RenderRequest {
  const [chart, second] = paths;
  if (chart === undefined || chart === '')
    throw new Mistake("render needs a chart: its folder, or a packed chart's file");
  if (second !== undefined) throw new Mistake(`render takes one chart, so "${second}" is too much`);
  const last = (option: string) => all.get(option)?.at(-1);
  return {
    chart,
    values: all.get('values') ?? [],
    set: all.get('set') ?? [],
    release: last('release') ?? unnamedRelease,
    namespace: last('namespace') ?? 'default',
    kubernetesVersion: last('kubernetes-version'),
    apiVersions: apiVersionsOf(all),
    includesDefinitions: all.has('include-crds'),
    showsOrigins: all.has('origins'),
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
