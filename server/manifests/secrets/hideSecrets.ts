import { member, members, rangeOf } from '../../yaml/field/field';
import type { OffsetRange } from '../../yaml/parsing/lines';
import { byPlace } from '../../yaml/parsing/ranges';
import { splitDocuments } from '../../yaml/read/documents';
import { readingsOf } from '../../yaml/read/repeatedKeys';
import { parseTree } from '../../yaml/read/tree';
import { maskedText } from '../../yaml/templates/templates';
import { lineEndAt } from '../../yaml/write/editLines';
import type { WorkloadKind } from '../kinds/workloadKinds';
import { isObjectOf, type KubernetesObject, objectsOf } from '../objects/objects';
import { barePiece, repeatedSecrets } from './repeatedSecrets';
import { secretEntries } from './secretEntries';
import { secretPlaces } from './secretPlaces';
import { shapedSecretsIn } from './secretShapes';
import { secretsInText } from './secretsInText';
import { isStandIn } from './standIns';

/** A document as it may be shown. */
export interface ShownText {
  /** Every character of a secret an asterisk, so that lines and columns stay what they are. */
  readonly text: string;
  /** A message about the document without the secrets that it may quote. */
  readonly withoutSecrets: (message: string) => string;
  /** True for text made from the document, such as an edit, that holds a secret of it. */
  readonly reveals: (made: string) => boolean;
}

/**
 * What may be shown of a document. Hides what rules would report, whether they are enabled or silenced, and rather too
 * much than too little: comments count, whole lines of secrets' names, and all that a Secret holds.
 *
 * @param objects the document's, in every way through its templates
 */
export function shownText(
  text: string,
  objects: readonly KubernetesObject[],
  kinds: readonly WorkloadKind[],
): ShownText {
  const found = [...rangesInText(text), ...objects.flatMap((object) => rangesInObject(object, kinds))];
  const ranges = found.length > 0 ? [...found, ...repeatedSecrets(text, found)] : found;
  const shown = blotted(text, ranges);
  const secrets = piecesOf(text, ranges).filter((piece) => !shown.includes(piece));
  const quotable = secrets.filter((secret) => !isWordForSecrets(secret));
  return {
    text: shown,
    withoutSecrets: (message) =>
      quotable.reduce((said, secret) => said.replaceAll(secret, '********'), withoutShapedSecrets(message)),
    reveals: (made) => shapedSecretsIn(made).length > 0 || secrets.some((secret) => made.includes(secret)),
  };
}

/** What messages call a secret: to hide it in them would tell that the value is just this word. */
function isWordForSecrets(secret: string): boolean {
  return /^(?:password|private|key|token|secret|connection string)$/i.test(secret);
}

/**
 * A text of several documents with its secrets hidden.
 *
 * @param isNoObject says of a document that no tree is needed to see that it is no object
 */
export function hideSecrets(
  text: string,
  kinds: readonly WorkloadKind[],
  isNoObject: (document: string) => boolean = () => false,
): string {
  return splitDocuments(text)
    .map((document) => {
      const objects = isNoObject(document.text) ? [] : objectsIn(document.text, kinds);
      return shownText(document.text, objects, kinds).text;
    })
    .join('');
}

/** A message, from wherever, without what has a secret's shape. */
export function withoutShapedSecrets(message: string): string {
  return blotted(message, shapedSecretsIn(message));
}

function objectsIn(text: string, kinds: readonly WorkloadKind[]): KubernetesObject[] {
  const masked = maskedText(text);
  return [...masked.variants.keys()].flatMap((variant) => {
    const parsed = parseTree(masked, variant, text);
    if (parsed.outcome !== 'parsed') return [];
    return readingsOf(parsed.tree).flatMap((reading) => objectsOf(reading, kinds));
  });
}

function rangesInObject(object: KubernetesObject, kinds: readonly WorkloadKind[]): OffsetRange[] {
  const ranges = [...secretPlaces(object, kinds)].map(({ range }) => range);
  if (!isObjectOf(object, '/Secret')) return ranges;
  const entries = ['data', 'stringData'].flatMap((key) => members(member(object.root, key)));
  return [...ranges, ...entries.filter(({ value }) => value.state !== 'absent').map(({ value }) => rangeOf(value))];
}

/** What can be told without a tree: text that is broken, in comments, or in kinds that nobody knows. */
function rangesInText(text: string): OffsetRange[] {
  // In a comment a secret is as secret as elsewhere.
  const uncommented = text.replace(/^([ \t]*)(#+|;+|\/\/+|--(?=\s)|<!--)/gm, (_, indent: string, sign: string) =>
    indent.padEnd(indent.length + sign.length),
  );
  const secrets = secretsInText(uncommented);
  // Behind the first word of a value there may be more of it.
  const lines = secrets
    .filter(({ start, by }) => by === 'name' && !/["']/.test(text.charAt(start - 1)))
    .map(({ start, end }) => ({ start, end: lineEndAt(text, end) }));
  return [...secrets, ...lines, ...secretEntries(text), ...headerValues(text)];
}

/** Whatever a header names as the token of its bearer, be it a plain word. */
function* headerValues(text: string): Iterable<OffsetRange> {
  if (!/bearer|authorization/i.test(text)) return;
  const header = /\b(?:Bearer|Authorization["']?[ \t]*[:=][ \t]*["']?[\w-]+)[ \t]+(?<token>[^\s"'`]+)/gi;
  for (const match of text.matchAll(header)) {
    const { token = '' } = match.groups ?? {};
    if (isStandIn(token) || (/^b/.test(match[0]) && /^[a-z.,]+$/.test(token))) continue;
    yield { start: match.index + match[0].length - token.length, end: match.index + match[0].length };
  }
}

function blotted(text: string, ranges: readonly OffsetRange[]): string {
  if (ranges.length === 0) return text;
  const sorted = [...ranges].sort(byPlace);
  let shown = '';
  let done = 0;
  for (const { start, end } of sorted) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    shown += text.slice(done, from) + text.slice(from, end).replace(/\S/g, '*');
    done = end;
  }
  return shown + text.slice(done);
}

/** The lines of what is hidden, as other text might quote them. Shorter words than four letters are found anywhere. */
function piecesOf(text: string, ranges: readonly OffsetRange[]): string[] {
  const pieces = ranges.flatMap(({ start, end }) => text.slice(start, end).split(/\r?\n/));
  return [...new Set(pieces.map(barePiece))].filter((piece) => piece.length >= 4).sort((a, b) => b.length - a.length);
}
