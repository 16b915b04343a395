/**
 * What an unquoted word is to those who read a text.
 *
 * - *settings*: a value, as in YAML, INI and properties, unless it is written as a program would write it
 * - *shell*: a value, and nothing else
 * - *program*: what holds the value; only quotes hold text
 */
export type TextSyntax = 'settings' | 'shell' | 'program';

/** How a text is written: all of it alike, or a command line that ends in a program. */
export interface TextForm {
  readonly syntax: TextSyntax;
  /** From here on it is a program's. */
  readonly programStart?: number;
}

const programFiles =
  /\.(?:py|pyw|ipynb|[cm]?[jt]sx?|java|kts?|groovy|gradle|scala|rb|go|php|p[lm]|lua|rs|cs|swift|tf|hcl|rego|psm?1|jsonnet|libsonnet|star|bzl|cue|exs?|erl|jl|sql|toml|json)$|(?:^|[./])Jenkinsfile$/i;

const shellFiles = /\.(?:sh|bash|zsh|ksh|env)$|^\.?env$/i;

const interpreters =
  'python[\\d.]*|node|nodejs|ruby|perl|php|deno|bun|lua|luajit|groovy|pwsh|powershell|julia|Rscript|jq|yq|psql|mongosh?';

const programText = new RegExp(
  `^#!.*[/ ](?:${interpreters})\\b|^(?:import [\\w.]+|from [\\w.]+ import |package \\w|const \\w+ ?=|let \\w+ ?=|def \\w+|func \\w+\\(|class \\w+|using [\\w.]+;|<\\?php)`,
  'm',
);

/** How a file writes values, told by its name, or by how it begins. */
export function syntaxOfFile(name: string | undefined, text: string): TextSyntax {
  if (name !== undefined && programFiles.test(name)) return 'program';
  if ((name !== undefined && shellFiles.test(name)) || /^\s*#!.*\b(?:ba|da|z|k|a)?sh\b/.test(text)) return 'shell';
  return programText.test(text.slice(0, firstLines)) ? 'program' : 'settings';
}

/** In UTF-16 units: programs say early on what they are. */
const firstLines = 10_000;

const handedOver = `(?:${interpreters})(?=\\s)[^|;&\\n]{0,200}?\\s(?:-\\w*[ce]|-r|--eval|--command|-Command)\\s`;
const inlineProgram = new RegExp(`(?:^|[\\s/"'])${handedOver}`);
const programAlone = new RegExp(`^(?:\\S*/)?${handedOver}`);

/** Where in a command line a program begins that is handed to its interpreter; its length if there is none. */
export function programStart(line: string): number {
  return programAlone.exec(line)?.[0].length ?? line.length;
}

/** True for the line of a script as far as where it hands a program to an interpreter. */
export function isInProgram(before: string): boolean {
  return inlineProgram.test(before);
}

const name = '[A-Za-z_$][\\w$]*';
const access = `(?:(?:\\?\\.|\\.|->|::)${name})`;
const callOrIndex = new RegExp(`^(?:[!&*]|\\$)?${name}${access}*[!?]?(?:\\(|\\[)`);
const keyword = /^(?:await|new|lambda|async|function|yield|typeof)\s+\w/;
const dotted = new RegExp(`^\\$?${name}${access}+(?=[\\s,;)\\]}]|$)`);

/** A name in the brackets of a call or behind a keyword that declares it. */
const declaration =
  /(?:^|[\s;{(])(?:const|let|var|val|final|static|private|public|protected|String|self\.|this\.)\s*[\w. ]*$/;

/** True for an unquoted value that fetches what it means from somewhere else: a call, an index, a dotted expression. */
export function isExpression(value: string, before: string, syntax: TextSyntax): boolean {
  if (callOrIndex.test(value) || keyword.test(value)) return true;
  if (syntax === 'shell') return false;
  return dotted.test(value) || declaration.test(before);
}
