import type { Place } from './origins/place';

/** What helm's words for an error mean; `match` is what their pattern found, `written` the text of the place to blame. */
type Meaning = (match: RegExpExecArray, written: string) => string;

/** Go's types as people name them. */
const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  bool: 'true or false',
  float64: 'a number with decimals (as all numbers of values files are)',
  int: 'a whole number',
  int64: 'a whole number',
  'interface {}': 'a value that is no table',
  'map[string]interface {}': 'a table',
  'common.Values': 'a table',
  '[]interface {}': 'a list',
  '[]string': 'a list of texts',
};

function typed(type = ''): string {
  return typeWords[type.trim()] ?? type.trim();
}

/** The kinds of JSON as people name them. */
const jsonWords: Readonly<Record<string, string>> = {
  object: 'a table',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  bool: 'true or false',
};

const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^error calling required: HELM_ERR_START(.*)HELM_ERR_END$/s,
    ([, text = '']) => `The chart requires a value here: ${text}`,
  ],
  [/HELM_ERR_START(.*)HELM_ERR_END/s, ([, text = '']) => `The chart refuses to be rendered: ${text}`],
  [
    /^nil pointer evaluating .*\.(\w+)$/,
    ([, name = ''], written) => {
      const before = shortened(written.slice(0, Math.max(0, written.lastIndexOf(`.${name}`))));
      return `${before === '' ? 'What is asked' : `"${before}"`} has no value, so that "${name}" can't be read of it. Set it in the values, or ask for it first with "if" or "with".`;
    },
  ],
  [/^can't evaluate field (\S+) in type (.+)$/s, ([, name, type]) => `"${name}" can't be read of ${typed(type)}.`],
  [/^(\S+) is not a method but has arguments$/, ([, name]) => `"${name}" is a value and takes no arguments.`],
  [/template "(.+)" not defined$/, ([, name]) => `No file of the chart defines a template "${name}".`],
  [/no template "(.+)" associated with template/, ([, name]) => `No file of the chart defines a template "${name}".`],
  [/^function "(.+)" not defined$/, ([, name]) => `Helm's templates have no function "${name}".`],
  [/^undefined variable "?(\$\w*)"?/, ([, name]) => `No variable ${name} is declared here.`],
  [
    /^wrong number of args for (\S+): want (at least )?(\d+) got (\d+)$/,
    ([, name, least = '', wanted, given]) => `"${name}" takes ${least}${wanted} arguments, and is given ${given}.`,
  ],
  [
    /wrong type for value; expected (.+); got (.+)$/s,
    ([, wanted, given]) =>
      `This has to be ${typed(wanted)}, and is ${given === 'interface {}' ? 'nothing' : typed(given)}.`,
  ],
  [/^invalid value; expected (.+)$/, ([, wanted]) => `This has to be ${typed(wanted)}, and is nothing.`],
  [/^expected (\w+); found (.+)$/s, ([, wanted, given]) => `${given} stands where ${typed(wanted)} has to be.`],
  [
    /incompatible types for comparison: (.+) and (.+)$/,
    ([, one, other]) => `${typed(one)} can't be compared with ${typed(other)}.`,
  ],
  [/^range can't iterate over (.*)$/s, ([, value]) => `"range" goes over lists, tables and counts; this is ${value}.`],
  [
    /rendering template has a nested reference name: (.+): unable to execute template/,
    ([, name]) => `The template "${name}" includes itself more than 1,000 times.`,
  ],
  [/^error calling (\w+): (.*)$/s, ([, name, why]) => `"${name}" fails: ${why}`],
  [
    /json: cannot unmarshal (\w+) into Go value of type /,
    ([, kind = '']) => `This has to be a table of keys and values, and is ${jsonWords[kind] ?? kind}.`,
  ],
  [
    /json: cannot unmarshal (\w+) into Go struct field (?:\w+\.)?(\S+) of type (\S+)/,
    ([, kind = '', field, type]) =>
      `"${field}" has to be ${type === 'string' ? 'a text' : 'a table'}, and is ${jsonWords[kind] ?? kind}.`,
  ],
  [/^YAML parse error on .*? yaml: (?:line \d+: )?(.*)$/s, ([, why]) => `What is written here is no YAML: ${why}.`],
  [/^error converting YAML to JSON: (?:yaml: )?(?:line \d+: )?(.*)$/s, ([, why]) => `This is no YAML: ${why}.`],
  [
    /missing in charts\/ directory: (.*)$/,
    ([, names]) =>
      `Dependencies of the chart are not in its folder "charts": ${names}. "helm dependency build" gets them.`,
  ],
  [
    /^values don't meet the specifications of the schema\(s\)[^\n]*\n(.*)$/s,
    ([, errors = '']) => `The values break the schema of the chart: ${errors.trim()}`,
  ],
  [
    /^chart requires kubeVersion: (.*) which is incompatible with Kubernetes (.*)$/,
    ([, wanted, own]) => `The chart asks for Kubernetes ${wanted}, and is rendered for ${own}.`,
  ],
];

/** Says in plain words why a chart isn't rendered. */
export function reasonOf(said: string, place: Place | undefined): string {
  const written = place ? place.file.text.slice(place.start, place.end) : '';
  for (const [pattern, meaning] of meanings) {
    const match = pattern.exec(said);
    if (match) return capital(meaning(match, written));
  }
  return capital(said);
}

/** So much of what somebody wrote is repeated. */
const mostShown = 80;

function shortened(text: string): string {
  return text.length > mostShown ? `…${text.slice(-mostShown)}` : text;
}

function capital(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** What JavaScript can't do: calls that lie too deep in each other, or a text that is too long for it. */
export function tooMuch({ message }: RangeError): string {
  return /call stack/i.test(message)
    ? 'templates or values lie too deep in each other'
    : `too much is made: ${message}`;
}
