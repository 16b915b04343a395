import { encodeUtf8 } from '../../charts/go/bytes';
import type { SourceFile } from '../../charts/origins/source';
import type { Text } from '../../charts/values/value';
import { type ChartToJudge, type JudgedChart, renderingOf } from '../judgeChart';
import type { RenderedSet } from '../renderedSet';
import type { FileChange } from './fileChanges';
import { type Intent, isMetBy, isWanted } from './intents';
import { changesBetween, type MeaningChange } from './meaningChanges';
import { meaningOfDocument, type RenderedDocument, renderedDocuments } from './renderedDocuments';

/** What rendering again tells of changes. */
export type Proof =
  | { readonly state: 'proven' }
  /** They change what nobody wants changed, or nothing can be rendered with them. */
  | { readonly state: 'refused' }
  /** They do nothing else than what is wanted, but not all of that. */
  | { readonly state: 'unmet'; readonly intents: readonly Intent[] };

/** A chart with changed files. */
export function withChanges(chart: ChartToJudge, changes: readonly FileChange[]): ChartToJudge {
  const changed = (file: SourceFile) =>
    changes.find(({ file: own }) => own.path === file.path && own.text === file.text)?.text;
  const files = chart.files.map((given) => {
    const change = changes.find(({ file }) => file.path === given.path && file.placeInFile === undefined);
    return change ? { path: given.path, bytes: encodeUtf8(change.text) } : given;
  });
  const sets = chart.sets.map((set) => ({
    ...set,
    values: set.values.map((file) => {
      const text = changed(file);
      return text === undefined ? file : { ...file, text };
    }),
  }));
  return { ...chart, files, sets };
}

/** What each values set of a chart renders with changed files, beside what it has rendered; undefined where it is refused. */
export function* renderedAgain(
  chart: ChartToJudge,
  { rendered }: JudgedChart,
  changes: readonly FileChange[],
): Iterable<{ readonly before: RenderedSet; readonly text: Text | undefined }> {
  const after = withChanges(chart, changes);
  for (const before of rendered) {
    const own = after.sets[chart.sets.indexOf(before.set)];
    const result = own && chart.render(renderingOf(after, own));
    yield { before, text: result?.state === 'rendered' ? result.text : undefined };
  }
}

/**
 * Renders a chart with changed files in all of its values sets: nothing else may become another than what fixes want, and all
 * that they want has to.
 */
export function prove(
  chart: ChartToJudge,
  judged: JudgedChart,
  changes: readonly FileChange[],
  intents: readonly Intent[],
): Proof {
  const unmet = new Set<Intent>();
  for (const { before, text } of renderedAgain(chart, judged, changes)) {
    const found = text && changesOfSet(before.text, text);
    if (!found) return { state: 'refused' };
    const wanted = intents.filter(({ sets }) => sets.includes(before.set.name));
    for (const { changes: own } of found) {
      if (!own.every((change) => isWanted(change, intents))) return { state: 'refused' };
    }
    for (const intent of wanted) {
      if (found.some(({ document, changes: own }) => isMetBy(intent, document, own))) continue;
      unmet.add(intent);
    }
  }
  return unmet.size === 0 ? { state: 'proven' } : { state: 'unmet', intents: [...unmet] };
}

interface ChangedDocument {
  /** As it was. */
  readonly document: RenderedDocument;
  readonly changes: readonly MeaningChange[];
}

/** The documents that are others than before; undefined where they come, go or can't be read. */
function changesOfSet(before: Text, after: Text): ChangedDocument[] | undefined {
  if (before.text === after.text) return [];
  const [old, current] = [renderedDocuments(before), renderedDocuments(after)];
  if (old.length !== current.length) return undefined;
  const found: ChangedDocument[] = [];
  for (const [index, document] of old.entries()) {
    const other = current[index];
    if (other?.path !== document.path) return undefined;
    if (other.text === document.text) continue;
    const was = meaningOfDocument(document);
    const is = meaningOfDocument(other);
    const changes = was && is && changesBetween(was, is);
    if (!changes) return undefined;
    if (changes.length > 0) found.push({ document, changes });
  }
  return found;
}
