import { fixEdits } from '../../../fixes/applyFixes';
import { readOnce } from '../../../readOnce';
import type { Fix } from '../../../rules/rule';
import type { Path } from '../../../yaml/field/field';
import { type Meaning, meansTheSame } from '../../../yaml/write/meaning';
import { applyTextEdits } from '../../../yaml/write/renderEdits';
import type { PlacedFinding } from '../judgeChart';
import { changesBetween, isNothing, type MeaningChange } from './meaningChanges';
import { meaningOfDocument, type RenderedDocument, renderedDocuments, saidBy } from './renderedDocuments';

/** What a fix wants of an object that is rendered. */
export interface Intent {
  /** The values sets that have to show it. */
  readonly sets: readonly string[];
  /** The template that renders the object, as helm names it. */
  readonly path: string;
  readonly kind: string | undefined;
  readonly name: string | undefined;
  readonly changes: readonly MeaningChange[];
}

/** What a fix wants of the object that it is about; undefined where that can't be told. */
export function intentOf({ finding, documentStart, rendered, sets }: PlacedFinding, fix: Fix): Intent | undefined {
  const document = renderedDocuments(rendered.text).findLast(
    ({ start }) => start <= documentStart + finding.range.start,
  );
  const edits = document && fixEdits(finding, fix);
  if (!document || !edits || edits.length === 0) return undefined;
  const shift = documentStart - document.start;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift }));
  if (moved.some(({ start, end }) => start < 0 || end > document.text.length)) return undefined;
  const before = meaningOfDocument(document);
  const after = meaningOfDocument({ text: applyTextEdits(document.text, moved) });
  const changes = before && after && changesBetween(before, after);
  if (!changes || changes.length === 0) return undefined;
  return { sets, path: document.path, kind: saidBy(before, 'kind'), name: nameOf(document), changes };
}

const nameOf = readOnce((document: RenderedDocument) => saidBy(meaningOfDocument(document), 'metadata', 'name'));

/** True if a change of a document is all that a fix wants of it, and more. */
export function isMetBy(
  { path, kind, name, changes }: Intent,
  document: RenderedDocument,
  found: readonly MeaningChange[],
): boolean {
  if (document.path !== path || nameOf(document) !== name || saidBy(meaningOfDocument(document), 'kind') !== kind) {
    return false;
  }
  return changes.every((wanted) => {
    if (isNothing(wanted.was) && isNothing(wanted.is)) return true;
    return found.some((one) => isSamePath(relative(one.path), relative(wanted.path)) && leadsToSame(one, wanted));
  });
}

/** True for a change that some fix wants: of its own object, or of the same field of another one. */
export function isWanted({ path, was, is }: MeaningChange, intents: readonly Intent[]): boolean {
  const own = relative(path);
  return intents.some(({ changes }) =>
    changes.some((wanted) => {
      const field = relative(wanted.path);
      if (isSamePath(own, field) && leadsToSame({ path, was, is }, wanted)) return true;
      // The tables on the way come and go with what stands in them.
      const isOnTheWay = own.length <= field.length && own.every((key, index) => key === field[index]);
      return isOnTheWay && isNothing(was) && isNothing(is);
    }),
  );
}

function leadsToSame(one: MeaningChange, other: MeaningChange): boolean {
  // What goes away can as well be false: whoever takes it away wants it not to be true.
  if (other.is === undefined && isScalar(other.was, true) && isScalar(one.is, false)) return true;
  if (!isSameMeaning(one.is, other.is)) return false;
  // Of what goes away the same has to go.
  return one.is !== undefined || isSameMeaning(one.was, other.was);
}

function isScalar(meaning: Meaning | undefined, value: boolean): boolean {
  return meaning !== undefined && 'scalar' in meaning && meaning.scalar === value;
}

function isSameMeaning(one: Meaning | undefined, other: Meaning | undefined): boolean {
  if (one !== undefined && other !== undefined) return meansTheSame(one, other);
  // A table that nothing is left in may go, but a key without a value is still there.
  const left = one ?? other;
  return left === undefined || (isNothing(left) && 'mapping' in left);
}

/** The keys that lead to a field from the pod that it belongs to, else from its object: containers of all sorts are alike. */
function relative(path: Path): readonly string[] {
  const keys = path.filter((step) => typeof step === 'string');
  const pod = keys.findLastIndex((key, index) => key === 'spec' && keys[index - 1] === 'template');
  const below = keys.slice(pod >= 0 ? pod + 1 : keys[0] === 'spec' ? 1 : 0);
  return containerLists.has(below[0] ?? '') ? ['containers', ...below.slice(1)] : below;
}

const containerLists: ReadonlySet<string> = new Set(['containers', 'initContainers', 'ephemeralContainers']);

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}
