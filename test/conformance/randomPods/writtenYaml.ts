import type { Random, Value } from './random';

/** An object as YAML, in one of the ways in which people write it: the same way throughout, with a flow collection here and there. */
export function writtenYaml(object: Value, random: Random): string {
  const isIndented = random.chance(0.7);
  const nothing = random.pick(['null', '~', '']);
  const lines: string[] = [];

  const scalar = (value: null | boolean | number | string): string => {
    if (value === null) return nothing;
    return typeof value === 'string' && !/^[A-Za-z][\w./-]*$/.test(value) ? JSON.stringify(value) : plain(value);
  };

  const write = (value: Value | undefined, before: string, indent: string, isItem: boolean): void => {
    if (value === undefined) return;
    if (value === null || typeof value !== 'object') {
      lines.push(`${before} ${scalar(value)}`.trimEnd());
      return;
    }
    const isEmpty = Object.values(value).every((inner) => inner === undefined);
    if (isEmpty || random.chance(0.05)) {
      lines.push(`${before} ${JSON.stringify(value)}`);
      return;
    }
    if (!isItem) lines.push(before);
    if (isList(value)) {
      const own = isIndented && !isItem ? `${indent}  ` : indent;
      for (const item of value) write(item, `${own}-`, own, true);
      return;
    }
    let start = isItem ? `${before} ` : `${indent}  `;
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      write(inner, `${start}${scalar(key)}:`, `${indent}  `, false);
      start = `${indent}  `;
    }
  };

  for (const [key, value] of Object.entries(object ?? {})) write(value, `${key}:`, '', false);
  return `${lines.join('\n')}\n`;
}

/** Words that YAML reads as something else are quoted. */
function plain(value: boolean | number | string): string {
  return /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(String(value)) && typeof value === 'string'
    ? JSON.stringify(value)
    : String(value);
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}
