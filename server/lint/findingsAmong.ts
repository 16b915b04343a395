import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { namespaced } from '../manifests/namespace';
import type { KubernetesObject } from '../manifests/objects';
import type { Check, Fault, Neighbours, Rule } from '../rules/rule';
import { rangeOf } from '../yaml/field';
import { keysOf } from '../yaml/keysOf';
import type { Finding } from './finding';
import { findingCollector } from './findingCollector';
import { joinedObjects } from './joinedObjects';
import type { Report } from './judgeAlone';
import { areSteered, judgeOnEveryWay } from './judgeOnEveryWay';
import { type LintOptions, mayFindAny, sortedRules } from './lintOptions';
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
export function findingsAmong(reading: DocumentReading, { own, surroundings }: Among, options: LintOptions): Finding[] {
  const { among } = sortedRules(options);
  const collector = findingCollector(reading.text, options, { own, placeOf: surroundings?.placeOf });
  const alone: Neighbours = { objects: own, reach: 'file' };
  const faults = <Subject>(rule: CheckAmong<Subject>, subject: Subject, object: KubernetesObject) =>
    surroundings
      ? certainFaults(rule, subject, object, own, surroundings, options)
      : rule.checkAmong(subject, alone, options);
  const judge = ({ object, pods }: Subject, report: Report, isAsked: (rule: Rule) => boolean = () => true) => {
    const keys = keysOf(object.root.tree);
    for (const enabled of among.forObject(object)) {
      if (!isAsked(enabled.rule) || !mayFindAny(enabled.rule, keys)) continue;
      for (const fault of faults(enabled.rule, object, object)) report(enabled, fault);
    }
    if (pods.length === 0) return;
    for (const enabled of among.forPods) {
      if (!isAsked(enabled.rule) || !mayFindAny(enabled.rule, keys)) continue;
      for (const pod of pods) for (const fault of faults(enabled.rule, pod, object)) report(enabled, fault);
    }
    const containers = pods.flatMap((pod) => pod.containers);
    for (const enabled of among.forContainers) {
      if (!isAsked(enabled.rule) || !mayFindAny(enabled.rule, keys)) continue;
      for (const container of containers) {
        for (const fault of faults(enabled.rule, container, object)) report(enabled, fault);
      }
    }
  };
  if (areSteered(reading.subjects)) {
    judgeOnEveryWay(reading.subjects, options, { judge, isOfItself: isIrrefutable }, collector);
  } else for (const subject of reading.subjects) judge(subject, collector.fault);
  return collector.findings();
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
