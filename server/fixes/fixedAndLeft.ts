import type { Finding } from '../lint/finding';
import { printable } from '../lint/printable';
import { type Field, member, stringOf } from '../yaml/field/field';

/** More than these would not be read. */
const mostNamed = 3;

/** `(5 fixed, 1 by hand: volume docker)`: what was mended, and what only the user can mend. */
export function fixedAndLeft(fixed: number, left: readonly Finding[]): string {
  const parts = [
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    ...(left.length > 0 ? [`${left.length} by hand: ${placesOf(left)}`] : []),
  ];
  return `(${parts.join(', ')})`;
}

/** `volume docker, container web`: where findings are, each place once. */
export function placesOf(findings: readonly Finding[]): string {
  const places = [...new Set(findings.map(placeOf))];
  const others = places.length > mostNamed ? ` and ${places.length - mostNamed} more` : '';
  return `${places.slice(0, mostNamed).join(', ')}${others}`;
}

/** The innermost thing with a name that a finding is in, else the key that it is about. */
function placeOf({ at, rule }: Finding): string {
  let key: string | undefined;
  for (let field: Field | undefined = at; field; field = field.parent) {
    const list = field.parent?.step;
    const name = typeof field.step === 'number' ? stringOf(member(field, 'name')) : undefined;
    // Editors draw icons in place of `$(name)`.
    if (name !== undefined && typeof list === 'string')
      return printable(`${oneOf(list)} ${name}`).replaceAll('$(', '$ (');
    if (typeof field.step === 'string') key ??= field.step;
  }
  return key ?? rule.id;
}

/** `initContainers` → `init container`. */
function oneOf(list: string): string {
  return list.replace(/s$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
