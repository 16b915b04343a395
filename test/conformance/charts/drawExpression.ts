import { functions } from '../../../server/rendering/charts/functions/functions';
import { below, oneOf, type Random } from '../../random';

/** What the drawn expressions read. */
export const drawnValues = `text: Some Text
word: web
empty: ""
number: "12"
path: /a/b.c/d.tar.gz
version: 1.2.3-rc.1
spaced: "  a  b "
lines: "one\\ntwo\\n\\n three\\n"
unicode: "Grüße, \\U0001F600 ok"
quotes: "it's \\"q\\" \\\\ <&>"
long: the quick brown fox jumps over the lazy dog and then over a good many more lazy dogs in the yard
whole: 3
zero: 0
big: 123456789
million: 1000000
part: 1.5
small: 0.000001
minus: -7
yes: true
no: false
none: null
words: [b, a, c, a, ""]
mixed: [1, two, 3.5, true, null, [x], {k: v}]
nothing: []
table: {b: 1, a: two, c: {d: [1, 2], e: null}}
other: {a: 9, c: {d: x, f: y}, g: [z]}
bare: {}
`;

/** Functions whose answers nobody can foresee, that have no order, or that let a table hold itself. */
const left = new Set(
  (
    'now ago date htmlDate dateInZone date_in_zone htmlDateInZone randAlphaNum randAlpha randNumeric randAscii randBytes ' +
    'randInt shuffle uuidv4 bcrypt htpasswd genPrivateKey derivePassword genCA genCAWithKey genSelfSignedCert ' +
    'genSelfSignedCertWithKey genSignedCert genSignedCertWithKey buildCustomCert encryptAES decryptAES keys values ' +
    'include tpl call lookup getHostByName durationRound urlParse urlJoin toDate mustToDate ' +
    'set merge mustMerge mergeOverwrite mustMergeOverwrite must_date_modify mustDateModify dateModify date_modify unixEpoch'
  ).split(' '),
);

const names = [...functions.keys()].filter((name) => !left.has(name)).sort();
const literals = [
  '"a"',
  '"b"',
  '""',
  '"a-b_c d"',
  '"%d %s"',
  '","',
  '" "',
  '"[a-z]+"',
  '"^1.2"',
  '">=1.0"',
  '`x\ty`',
  '"$1"',
  '"%v|%5.2f"',
];
const numbers = ['0', '1', '2', '5', '-1', '80', '1.5', '2.0', '1e3', '0x1f', "'a'", '1_000'];
const fields = drawnValues.match(/^\w+(?=:)/gm) ?? [];

/** Draws an expression over Helm's functions: most calls have arguments that fit, some don't. */
export function drawExpression(random: Random, depth = 3): string {
  const name = oneOf(['', ...names], random) || 'print';
  const { parameters, isVariadic } = functions.get(name) ?? { parameters: [], isVariadic: false };
  const count = isVariadic ? parameters.length - 1 + below(3, random) : parameters.length;
  const given = Array.from({ length: random() < 0.03 ? count + 1 : count }, (_, index) =>
    drawArgument(random, parameters[Math.min(index, parameters.length - 1)] ?? 'any', depth),
  );
  const last = given.at(-1);
  if (last !== undefined && random() < 0.25) return [last, [name, ...given.slice(0, -1)].join(' ')].join(' | ');
  return [name, ...given].join(' ');
}

const producers: Readonly<Record<string, readonly string[]>> = {
  string: [
    'trim',
    'lower',
    'upper',
    'quote',
    'toYaml',
    'toJson',
    'replace',
    'join',
    'printf',
    'trunc',
    'indent',
    'title',
  ],
  map: ['dict', 'pick', 'omit', 'fromYaml', 'deepCopy'],
  int: ['len', 'int', 'atoi'],
  bool: ['eq', 'not', 'empty', 'has', 'hasKey', 'contains'],
  any: [
    'list',
    'splitList',
    'append',
    'default',
    'sortAlpha',
    'uniq',
    'coalesce',
    'get',
    'index',
    'first',
    'add',
    'until',
  ],
};

function drawArgument(random: Random, type: string, depth: number): string {
  if (depth > 0 && random() < 0.35) {
    const fitting = producers[type] ?? producers.any ?? [];
    const name = fitting[below(fitting.length, random)] ?? 'print';
    return `(${drawCall(random, name, depth - 1)})`;
  }
  if (random() < 0.08) return `.Values.${fields[below(fields.length, random)]}`;
  switch (type) {
    case 'string':
      return random() < 0.5
        ? oneOf(['"x"', ...literals], random)
        : `.Values.${oneOf(['text', 'word', 'number', 'path', 'version', 'spaced', 'lines', 'unicode', 'quotes', 'long', 'empty'], random)}`;
    case 'int':
    case 'int64':
    case 'float64':
      return oneOf(['3', ...numbers], random);
    case 'bool':
      return oneOf(['true', 'false', '.Values.yes', '.Values.no'], random);
    case 'map':
      return `.Values.${oneOf(['table', 'other', 'bare'], random)}`;
    default:
      return random() < 0.7
        ? `.Values.${fields[below(fields.length, random)]}`
        : oneOf(['.Values', 'true', '.Values.nope', ...literals, ...numbers], random);
  }
}

function drawCall(random: Random, name: string, depth: number): string {
  const { parameters, isVariadic } = functions.get(name) ?? { parameters: [], isVariadic: false };
  const count = isVariadic ? parameters.length - 1 + 1 + below(2, random) : parameters.length;
  const given = Array.from({ length: count }, (_, index) =>
    drawArgument(random, parameters[Math.min(index, parameters.length - 1)] ?? 'any', depth),
  );
  return [name, ...given].join(' ');
}

/** A template that prints an expression in comments, which no YAML can break. */
export function expressionTemplate(expression: string): string {
  return `# {{ ${expression} | toString | quote }}\n# {{ ${expression} | toJson | quote }}\n`;
}
