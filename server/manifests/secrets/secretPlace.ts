import type { Field } from '../../yaml/field/field';
import { rangeWithin } from '../../yaml/field/within';
import type { OffsetRange } from '../../yaml/parsing/lines';
import { secretsInText } from './secretsInText';
import { type SecretInText, secretIn } from './secretValue';
import { syntaxOfFile, type TextForm } from './textSyntax';

/** A secret that a manifest holds in plain text, or in base64, which hides nothing. */
export interface SecretPlace extends Omit<SecretInText, 'start' | 'end'> {
  /** The scalar that it stands in. */
  readonly field: Field;
  /** UTF-16 offsets from the document's start. */
  readonly range: OffsetRange;
}

/** The secrets in a scalar: it is one, or its text, of several lines or of a command, holds some. */
export function* namedSecrets(field: Field, name: string | undefined, text: string): Iterable<SecretPlace> {
  const isOneLine = !text.trim().includes('\n');
  const secret = isOneLine ? secretIn(name, text) : undefined;
  if (secret) yield placeOf(field, text, { ...secret, name });
  else for (const inside of secretsInText(text, fileForm(name, text))) yield placeOf(field, text, inside);
}

/** How the text of an entry is written, which may be a file. */
export function fileForm(name: string | undefined, text: string): TextForm {
  return { syntax: syntaxOfFile(name, text) };
}

/** A secret of a scalar's text, at its place in the document. */
export function placeOf(field: Field, text: string, { what, by, name, start, end }: SecretInText): SecretPlace {
  return { field, range: rangeWithin(field, text, { start, end }), what, by, name };
}
