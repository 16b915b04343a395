import type { AnySubject } from '../documents/kinds';
import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { namespaced } from '../manifests/objects/namespace';
import type { Stated } from '../manifests/objects/stated';
import { type CheckAmong, type Fault, type Neighbours, type Rule, rangeOfFault } from '../rules/rule';
import type { DocumentReading } from './documentReading';
import type { EnabledRule } from './enabledRule';
import type { Finding } from './finding';
import { findingCollector } from './findingCollector';
import { joinedObjects } from './joinedObjects';
import type { Report } from './judgeAlone';
import { areSteered, judgeOnEveryWay } from './judgeOnEveryWay';
import { type LintOptions, sortedRules } from './lintOptions';
import { askRules } from './rulesBySubject';
import type { Surroundings } from './surroundings';

/** What a document stands among. */
export interface Among {
  /** The objects of its file, its own included. */
  readonly own: readonly ObjectFacts[];
  /** Undefined where the file is all that one sees. */
  readonly surroundings: Surroundings | undefined;
}

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

/** Puts the question of one rule about one subject. */
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
  const faults: FindFaults = (rule, part, namespace) =>
    surroundings
      ? certainFaults(rule, { part, namespace }, { own, surroundings }, options)
      : rule.checkAmong(part, alone, options);
  if (areSteered(reading.objects)) {
    const judge = (subject: AnySubject, report: Report, isAsked: (rule: Rule) => boolean) =>
      putQuestions(subject, options, faults, (enabled, find) => {
        if (isAsked(enabled.rule)) for (const fault of find()) report(enabled, fault);
      });
    judgeOnEveryWay(reading.objects, options, { judge, isOfItself: isIrrefutable }, collector);
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

/** Finds what is wrong with a part of a subject in a namespace. */
type FindFaults = <Part>(rule: CheckAmong<Part>, part: Part, namespace: Stated<string>) => Iterable<Fault>;

/** Puts the questions of all rules about a subject, always in the same order. */
function putQuestions(subject: AnySubject, options: LintOptions, faults: FindFaults, ask: Ask): void {
  const [object] = subject.parts.object ?? [];
  const namespace = object ? namespaced(object).namespace : undefined;
  askRules(subject, sortedRules(options).among, ({ enabled, rule }, parts) =>
    ask(enabled, () => parts.flatMap((part) => [...faults(rule, part, namespace)])),
  );
}

/** True for a rule that other objects make stricter at most: what it says is about the one it looks at. */
function isIrrefutable(rule: Rule): boolean {
  return 'refutedBy' in rule && rule.refutedBy?.length === 0;
}

/**
 * What is wrong beside the objects that certainly are there, and still is should those be there that may be. What the
 * file shows by itself is not put in doubt by what tools may render.
 */
function certainFaults<Part>(
  { among, refutedBy = among, refutedByName, checkAmong }: CheckAmong<Part>,
  { part, namespace }: { readonly part: Part; readonly namespace: Stated<string> },
  { own, surroundings }: Required<Among> & { readonly surroundings: Surroundings },
  options: LintOptions,
): Fault[] {
  const { areAwaited, reach, beside, possible } = surroundings;
  if (areAwaited && refutedBy.length > 0) return [];
  const objects = joinedObjects(own, beside(among, namespace));
  const faults = [...checkAmong(part, { objects, reach }, options)];
  if (faults.length === 0 || refutedBy.length === 0) return faults;
  const { written, rendered } = possible(refutedBy, namespace, refutedByName?.(part) ?? undefined);
  if (written.length + rendered.length === 0) return faults;
  const placesAmong = (neighbours: Neighbours) => new Set([...checkAmong(part, neighbours, options)].map(placeOf));
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

function placeOf(fault: Fault): string {
  const { start, end } = rangeOfFault(fault);
  return `${start} ${end}`;
}
