import type { Location } from 'vscode-languageserver-types';
import type { ManifestSubject } from '../documents/manifest/read/manifestSubjects';
import type { LintedText } from '../lint/lint';
import { podFacts } from '../manifests/facts/podFacts';
import { serviceFacts } from '../manifests/facts/serviceFacts';
import { holdsLabels } from '../manifests/relations/labelSelector';
import { localNames, objectReferences } from '../manifests/relations/objectReferences';
import { descend, type Field, items, member, pathOf, rangeOf, stringOf } from '../yaml/field/field';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import type { OffsetOfText } from '../yaml/parsing/offsets';
import { subjectAt } from './places/subjectAt';
import { subjectsOf } from './places/subjects';

/** An open document. */
export interface OpenText {
  readonly uri: string;
  readonly linted: LintedText;
}

/** A place that gives or uses a name, and what it is the name of. */
interface NamePlace {
  readonly at: Field;
  readonly isDefinition: boolean;
  /** Equal for places that may mean the same thing. */
  readonly key: string;
  /** Undefined where nobody says, as for objects that are in no namespace. */
  readonly namespace: string | undefined;
  readonly subject: ManifestSubject;
  /** Whether a name counts everywhere, within its object, or between Services and the pods that they select. */
  readonly reach: 'everywhere' | 'object' | 'selected pods';
}

/** A name with the file it stands in. */
interface FoundPlace extends NamePlace {
  readonly uri: string;
  /** The first line of its document. */
  readonly line: number;
  readonly documentText: string;
}

/**
 * Where the thing is defined whose name stands at a place: a ServiceAccount, a ConfigMap, a volume, a port …
 *
 */
export function definitionsOf(open: readonly OpenText[], uri: string, offset: OffsetOfText): Location[] {
  return placesLike(open, uri, offset)
    .filter(({ isDefinition }) => isDefinition)
    .map(locationOf);
}

/** Every place that uses the thing whose name stands at a place; its definition too if that is asked for. */
export function referencesTo(
  open: readonly OpenText[],
  uri: string,
  offset: OffsetOfText,
  includesDefinition: boolean,
): Location[] {
  return placesLike(open, uri, offset)
    .filter(({ isDefinition }) => includesDefinition || !isDefinition)
    .map(locationOf);
}

function placesLike(open: readonly OpenText[], uri: string, offset: OffsetOfText): FoundPlace[] {
  const linted = open.find((text) => text.uri === uri)?.linted;
  const at = linted && subjectAt(linted, offset);
  if (!at) return [];
  const meant = namePlaces(at.subject).filter((place) => samePath(place.at, at.field));
  const all = open.flatMap((text) =>
    text.linted.documents.flatMap((document) =>
      subjectsOf(document, text.linted.options.workloadKinds).flatMap((subject) =>
        namePlaces(subject).map((place) => ({
          ...place,
          uri: text.uri,
          line: document.line,
          documentText: document.document.text,
        })),
      ),
    ),
  );
  const found = all.filter((place) => meant.some((one) => mayMeanTheSame(one, place)));
  // Each branch of a template tells of the same places.
  const seen = new Map(found.map((place) => [JSON.stringify([place.uri, place.line, rangeOf(place.at)]), place]));
  return [...seen.values()];
}

function namePlaces(subject: ManifestSubject): NamePlace[] {
  const { object, pods } = subject;
  const namespace = stringOf(descend(object.root, 'metadata', 'namespace'));
  const own = descend(object.root, 'metadata', 'name');
  const name = stringOf(own);
  const shared = { subject, namespace, reach: 'everywhere' } as const;
  const targets = object.kind === 'Service' ? items(descend(object.root, 'spec', 'ports')) : [];
  return [
    ...(name === undefined || object.kind === undefined
      ? []
      : [{ ...shared, at: own, isDefinition: true, key: `${object.group ?? ''}/${object.kind}/${name}` }]),
    ...objectReferences(object, pods).map((reference) => ({
      ...shared,
      at: reference.at,
      isDefinition: false,
      key: `${reference.group}/${reference.kind}/${reference.name}`,
      namespace: reference.namespace ?? namespace,
    })),
    ...pods.flatMap(localNames).map(({ sort, name: local, at, isDefinition }) => ({
      ...shared,
      at,
      isDefinition,
      key: `${sort} ${local}`,
      reach: sort === 'port' && isDefinition ? ('selected pods' as const) : ('object' as const),
    })),
    ...targets.flatMap((port) => {
      const at = member(port, 'targetPort');
      const target = stringOf(at);
      if (target === undefined) return [];
      return [{ ...shared, at, isDefinition: false, key: `port ${target}`, reach: 'selected pods' as const }];
    }),
  ];
}

/** Where one of two doesn't say its namespace, it may be the other's: manifests leave that to whoever applies them. */
function mayMeanTheSame(a: NamePlace, b: NamePlace): boolean {
  if (a.key !== b.key) return false;
  if (a.namespace !== undefined && b.namespace !== undefined && a.namespace !== b.namespace) return false;
  if (a.subject === b.subject || (a.reach === 'everywhere' && b.reach === 'everywhere')) return true;
  if (a.reach !== 'selected pods' || b.reach !== 'selected pods') return false;
  return maySelect(a.subject, b.subject) || maySelect(b.subject, a.subject);
}

function maySelect(service: ManifestSubject, { pods }: ManifestSubject): boolean {
  if (service.object.kind !== 'Service') return false;
  const { selector } = serviceFacts(service.object);
  return pods.some((pod) => !selector || holdsLabels(selector, podFacts(pod).labels) !== false);
}

function samePath(a: Field, b: Field): boolean {
  const [one, other] = [pathOf(a), pathOf(b)];
  return a.tree === b.tree && one.length === other.length && one.every((key, index) => key === other[index]);
}

function locationOf({ uri, line, documentText, at }: FoundPlace): Location {
  const starts = lineStarts(documentText);
  const { start, end } = rangeOf(at);
  const placed = (offset: OffsetOfText) => {
    const position = positionAt(starts, offset);
    return { line: line + position.line, character: position.character };
  };
  return { uri, range: { start: placed(start), end: placed(end) } };
}
