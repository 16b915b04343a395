import { randomFrom } from '../../random';

/** A number from 0 below a limit, the next one each time. */
export type Random = (below: number) => number;

/** Numbers that look random and are the same for the same seed. */
export function randomOf(seed: number): Random {
  const next = randomFrom(seed);
  return (below) => Math.floor(next() * below);
}

const scalars = [
  ...[
    'a',
    'web',
    'true',
    'yes',
    'No',
    'on',
    'y',
    '~',
    'null',
    '',
    '1',
    '0',
    '-1',
    '+12',
    '1_000',
    '0_',
    '0X1F',
    '0x1f_',
  ],
  ...[
    '0B11',
    '0b1_1',
    '0O17',
    '0o17',
    '017',
    '08',
    '0.5',
    '.5',
    '.5_0',
    '1e3',
    '1E+3',
    '1.e2',
    '12e03',
    '1_0.5',
    '0x',
    '0b',
  ],
  ...['1__0', '-0b11', '+0x1F', '1:30', '2001-01-01', '100m', '"true"', "'true'", '"a b"', "'it''s'", '"\\u0061"'],
  ...[
    '!!bool "true"',
    '!!bool yes',
    '!!int "12"',
    '!!int "0"',
    '!!float "1"',
    '!!str 12',
    '!!str true',
    '!!null ""',
    '! 12',
  ],
  ...[
    '!foo bar',
    '!!int "a"',
    '!!binary aGk=',
    '&n a',
    '*n',
    '*m',
    '18446744073709551615',
    '18446744073709551616',
    '1e400',
  ],
  ...[
    '"a\n  b"',
    '"a\nb"',
    "'a\n\n b'",
    'a\n   b',
    '|\n   a\n   b',
    '>-\n   a\n   b',
    '|',
    '"a\\\n  b"',
    'a # c',
    '"a" # c',
  ],
];

const keys = ['a', 'b', 'c', 'kind', '"d"', "'e'", '"\\u0061"', '"<<"', 'a b', '&k g'];

const merges = ['<<', '<<', '!!merge "<<"'];

const merged = ['{a: 1}', '{b: 2, c: 3}', '[{a: 4}, {a: 5, kind: 6}]', '{}'];

const noise = [
  ...['\t', ' ', '  ', '\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '-', '- ', '"', "'", '#', ' # c', '\n# c\n'],
  ...[
    '&x ',
    '*x',
    '!!bool ',
    '!!int ',
    '<<: {a: 2}\n',
    '...\n',
    '\n...\n',
    '---\n',
    '\n---\n',
    '--- {a: 1}\n',
    '---a\n',
  ],
  ...['%', '@', '`', '? ', '\\', '\\/', '0_', '\n  ', '\n\t', '-\t', ' \t', '\uE000'],
];

/** A stream of documents like manifests, in all the ways that YAML has to write them. */
export function generatedText(random: Random): string {
  const documents = Array.from({ length: 1 + random(3) }, () => generatedDocument(random));
  const text = documents.join(pick(random, ['---\n', '---\n', '--- # c\n', '---\r\n', '...\n', '...\n---\n']));
  return random(4) === 0 ? `---\n${text}` : text;
}

/** A text with something odd in some places: half of such texts can't be read. */
export function disturbedText(random: Random): string {
  let text = generatedText(random);
  for (let count = 1 + random(3); count > 0; count--) {
    const at = random(text.length + 1);
    text = text.slice(0, at) + pick(random, noise) + text.slice(at + (random(3) === 0 ? 1 : 0));
  }
  return random(8) === 0 ? text.replaceAll('\n', pick(random, ['\r', '\r\n', '\u2028'])) : text;
}

function generatedDocument(random: Random): string {
  switch (random(8)) {
    case 0:
      return `${json(random, 2)}\n`;
    case 1:
      return `${flow(random, 2)}\n`;
    default:
      return mapping(random, 0, 2);
  }
}

function mapping(random: Random, indent: number, depth: number): string {
  let text = '';
  for (let count = 1 + random(3); count > 0; count--) {
    text += ' '.repeat(indent);
    text +=
      random(8) === 0
        ? `${pick(random, merges)}: ${pick(random, merged)}\n`
        : `${pick(random, keys)}: ${value(random, indent, depth)}`;
  }
  return text;
}

function value(random: Random, indent: number, depth: number): string {
  switch (depth === 0 ? 0 : random(6)) {
    case 1:
      return `\n${mapping(random, indent + 2, depth - 1)}`;
    case 2:
      return `\n${sequence(random, indent + random(2) * 2, depth - 1)}`;
    case 3:
      return `${flow(random, depth)}\n`;
    case 4:
      return `&m\n${mapping(random, indent + 1 + random(3), depth - 1)}`;
    default:
      return `${pick(random, scalars)}\n`;
  }
}

function sequence(random: Random, indent: number, depth: number): string {
  let text = '';
  for (let count = 1 + random(3); count > 0; count--) {
    const dash = `${' '.repeat(indent)}- `;
    text +=
      random(3) === 0 && depth > 0
        ? dash + mapping(random, indent + 2, depth - 1).trimStart()
        : `${dash}${pick(random, scalars)}\n`;
  }
  return text;
}

function flow(random: Random, depth: number): string {
  const gap = pick(random, ['', ' ', ' ', '\n', '\n  ', '\n# c\n', ' # c\n    ']);
  const parts = Array.from({ length: random(3) }, () =>
    depth === 0 ? pick(random, ['a', '1', '"b"']) : flow(random, depth - 1),
  );
  if (random(2) === 0) return `[${gap}${parts.join(`,${gap}`)}${gap}]`;
  return `{${gap}${parts.map((part) => `${pick(random, ['a', 'b', '"c"', 'd e'])}: ${part}`).join(`,${gap}`)}${gap}}`;
}

function json(random: Random, depth: number): string {
  const gap = pick(random, ['', ' ', '\n', '\n  ', '\n\t']);
  const parts = Array.from({ length: random(3) }, () => {
    const key = pick(random, ['"a"', '"b"', '"\\u0061"', '"a\\/b"']);
    return `${key}: ${depth === 0 ? pick(random, ['1', '"b"', 'true', 'null', '1e3', '"\u2028"']) : json(random, depth - 1)}`;
  });
  return `{${gap}${parts.join(`,${gap}`)}${gap}}`;
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from');
  return item;
}
