import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { namespaced } from '../manifests/objects/namespace';
import type { KubernetesObject } from '../manifests/objects/objects';
import type { Check, Fault, Neighbours, Rule } from '../rules/rule';
import { rangeOf } from '../yaml/field/field';
import { keysOf } from '../yaml/field/keysOf';
import type { Finding } from './finding';
import { findingCollector } from './findingCollector';
import { joinedObjects } from './joinedObjects';
import type { Report } from './judgeAlone';
import { areSteered, judgeOnEveryWay } from './judgeOnEveryWay';
import { type EnabledRule, type LintOptions, mayFindAny, sortedRules } from './lintOptions';
import type { DocumentReading } from './readDocument';
import type { Subject } from './subject';
import type { Surroundings } from './surroundings';

/** What a document stands among. */
export interface Among {
  /** The objects of its file, its own included. */
  readonly own: readonly ObjectFacts[];
  /** Undefined where the file is all that one sees. */
  readonly surroundings: Surroundings | undefined;
}

type CheckAmong<Subject> = Extract<Check<Subject>, { readonly among: readonly string[] }>;

/** What the rules that look at several objects find in a document. */
export interface AmongFindings {
  readonly findings: readonly Finding[];
  /**
   * The same by the number of the question that led to them: one for each rule about each object. Undefined for a template
   * with branches, which is judged as a whole.
   */
  readonly byQuestion: ReadonlyMap<number, readonly Finding[]> | undefined;
}

/** What was found in the same document before, and the rules that may say something else now. */
export interface KnownAmong {
  readonly among: AmongFindings;
  readonly concerned: ReadonlySet<Rule>;
}

/** Puts the question of one rule about one object. */
type Ask = (enabled: EnabledRule, find: () => Iterable<Fault>) => void;

/**
 * Has the rules that look at several objects judge a document. Those that can't say anything else than before are not asked
 * again; where none does, what was known is given back.
 */
export function findingsAmong(
  reading: DocumentReading,
  { own, surroundings }: Among,
  options: LintOptions,
  known?: KnownAmong,
): AmongFindings {
  if (known?.concerned.size === 0) return known.among;
  const collector = findingCollector(reading.text, options, { own, placeOf: surroundings?.placeOf });
  const alone: Neighbours = { objects: own, reach: 'file' };
  const faults = <Subject>(rule: CheckAmong<Subject>, subject: Subject, object: KubernetesObject) =>
    surroundings
      ? certainFaults(rule, subject, object, own, surroundings, options)
      : rule.checkAmong(subject, alone, options);
  if (areSteered(reading.subjects)) {
    const judge = (subject: Subject, report: Report, isAsked: (rule: Rule) => boolean) =>
      putQuestions(subject, options, faults, (enabled, find) => {
        if (isAsked(enabled.rule)) for (const fault of find()) report(enabled, fault);
      });
    judgeOnEveryWay(reading.subjects, options, { judge, isOfItself: isIrrefutable }, collector);
    return { findings: collector.findings(), byQuestion: undefined };
  }
  const before = known?.among.byQuestion;
  const byQuestion = new Map<number, readonly Finding[]>();
  let question = 0;
  let isAsBefore = before !== undefined;
  for (const subject of reading.subjects) {
    putQuestions(subject, options, faults, (enabled, find) => {
      const kept = before?.get(question) ?? [];
      let told = kept;
      if (before && !known?.concerned.has(enabled.rule)) {
        for (const finding of kept) collector.keep(finding);
      } else {
        told = Array.from(find(), (fault) => collector.fault(enabled, fault)).filter(
          (finding) => finding !== undefined,
        );
        if (kept.length + told.length > 0) isAsBefore = false;
      }
      if (told.length > 0) byQuestion.set(question, told);
      question++;
    });
  }
  return known && isAsBefore ? known.among : { findings: collector.findings(), byQuestion };
}

/** Puts the questions of all rules about an object, its pods and their containers, always in the same order. */
function putQuestions(
  { object, pods }: Subject,
  options: LintOptions,
  faults: <Judged>(rule: CheckAmong<Judged>, subject: Judged, object: KubernetesObject) => Iterable<Fault>,
  ask: Ask,
): void {
  const { among } = sortedRules(options);
  const keys = keysOf(object.root.tree);
  for (const enabled of among.forObject(object)) {
    if (mayFindAny(enabled.rule, keys)) ask(enabled, () => faults(enabled.rule, object, object));
  }
  if (pods.length === 0) return;
  for (const enabled of among.forPods) {
    if (!mayFindAny(enabled.rule, keys)) continue;
    ask(enabled, () => pods.flatMap((pod) => [...faults(enabled.rule, pod, object)]));
  }
  const containers = pods.flatMap((pod) => pod.containers);
  for (const enabled of among.forContainers) {
    if (!mayFindAny(enabled.rule, keys)) continue;
    ask(enabled, () => containers.flatMap((container) => [...faults(enabled.rule, container, object)]));
  }
}

/** True for a rule that other objects make stricter at most: what it says is about the one it looks at. */
function isIrrefutable(rule: Rule): boolean {
  return 'refutedBy' in rule && rule.refutedBy?.length === 0;
}

/**
 * What is wrong beside the objects that certainly are there, and still is should those be there that may be. What the
 * file shows by itself is not put in doubt by what tools may render.
 */
function certainFaults<Subject>(
  { among, refutedBy = among, refutedByName, checkAmong }: CheckAmong<Subject>,
  subject: Subject,
  object: KubernetesObject,
  own: readonly ObjectFacts[],
  { areAwaited, reach, beside, possible }: Surroundings,
  options: LintOptions,
): Fault[] {
  if (areAwaited && refutedBy.length > 0) return [];
  const { namespace } = namespaced(object);
  const objects = joinedObjects(own, beside(among, namespace));
  const faults = [...checkAmong(subject, { objects, reach }, options)];
  if (faults.length === 0 || refutedBy.length === 0) return faults;
  const { written, rendered } = possible(refutedBy, namespace, refutedByName?.(subject) ?? undefined);
  if (written.length + rendered.length === 0) return faults;
  const placesAmong = (neighbours: Neighbours) => new Set([...checkAmong(subject, neighbours, options)].map(placeOf));
  const withWritten = joinedObjects(objects, written);
  const all = placesAmong({ objects: joinedObjects(withWritten, rendered), reach });
  if (faults.every((fault) => all.has(placeOf(fault)))) return faults;
  const alone = rendered.length > 0 ? placesAmong({ objects: own, reach: 'file' }) : all;
  const known = rendered.length > 0 ? placesAmong({ objects: withWritten, reach }) : all;
  return faults.filter((fault) => {
    const place = placeOf(fault);
    return all.has(place) || (alone.has(place) && known.has(place));
  });
}

function placeOf({ at, range = rangeOf(at) }: Fault): string {
  return `${range.start} ${range.end}`;
}
