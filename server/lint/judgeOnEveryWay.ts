import { type ManifestSubject, manifestSubjects } from '../documents/manifest/read/manifestSubjects';
import { isPartialPod } from '../manifests/pods/partial';
import type { Rule } from '../rules/rule';
import type { OffsetRange } from '../yaml/parsing/lines';
import { reaches } from '../yaml/parsing/ranges';
import { parseTree } from '../yaml/read/tree';
import { branchesAround } from '../yaml/templates/branches';
import { type MaskedText, maskedAlong, type Template, withoutSomeBranches } from '../yaml/templates/templates';
import type { Way } from '../yaml/templates/templateWays';
import type { FindingCollector } from './findingCollector';
import type { Report } from './judgeAlone';
import type { LintOptions } from './lintOptions';
import { type Seen, sightings } from './sightings';
import { tellSeen } from './switchedFaults';

/** How one object is judged. */
export interface Judge {
  readonly judge: (subject: ManifestSubject, report: Report, isAsked: (rule: Rule) => boolean) => void;
  /** False for a rule about what stands beside it: without a branch here it would miss what others have without it, too. */
  readonly isOfItself: (rule: Rule) => boolean;
}

/** The objects that are written on one way through a template. */
interface WaySubjects {
  readonly way: Way;
  readonly subjects: readonly ManifestSubject[];
}

/** True for objects of a template with branches, which are judged with each branch and without it; not while it can't be read whole. */
export function areSteered(subjects: readonly ManifestSubject[]): boolean {
  const tree = subjects[0]?.object.root.tree;
  if (tree === undefined || subjects.some(({ object }) => object.root.tree.faults.length > 0)) return false;
  return (tree.template?.chains.length ?? 0) > 0;
}

/**
 * Judges a document of a template on several ways through its branches, each condition met and not met. What is at fault
 * whatever the values counts as ever; what only some values bring about is told as that.
 *
 * @param subjects its objects, on every way that it takes to see each branch
 */
export function judgeOnEveryWay(
  subjects: readonly ManifestSubject[],
  options: LintOptions,
  { judge, isOfItself }: Judge,
  collector: FindingCollector,
): void {
  const tree = subjects[0]?.object.root.tree;
  const template = tree?.template;
  if (!template) return;
  const seen = sightings();
  const read = (
    { way, subjects: own }: WaySubjects,
    judges: (rule: Rule) => boolean,
    tellsNew: (rule: Rule) => boolean,
  ) => {
    const reading = seen.readWay(way, judges);
    for (const subject of own) {
      reading.meet(subject);
      judge(subject, (enabled, fault) => reading.note(enabled, fault, tellsNew(enabled.rule)), judges);
    }
    return reading.way;
  };
  for (const own of byWay(subjects)) read(own, always, always);
  const seenFirst = new Set(seen.all());
  const isSwitched = seen.all().some((one) => isInForeignBranch(template, one));
  if (isSwitched || subjects.some(({ pods }) => pods.length > 0)) {
    const judges = isSwitched ? always : isOfPod;
    for (const other of withoutBranches(template, subjects, options)) {
      read(
        other,
        (rule) => judges(rule) && (isSwitched || isOfItself(rule)),
        (rule) => isOfPod(rule) && isOfItself(rule),
      );
    }
  }
  const look = (way: Way) => {
    const [found] = subjectsAlong(maskedAlong(template, [way]), template, options);
    return found && read(found, always, never);
  };
  for (const one of seen.all()) {
    const told = tellSeen({ template, seen: seen.all(), seenFirst, look }, one);
    if (told) collector.fault(told.enabled, told.fault, told.lack);
  }
}

const always = () => true;
const never = () => false;

function isOfPod({ looksAt }: Rule): boolean {
  return looksAt === 'pod spec' || looksAt === 'container';
}

function byWay(subjects: readonly ManifestSubject[]): WaySubjects[] {
  const trees = new Set(subjects.map(({ object }) => object.root.tree));
  return [...trees].map((tree) => ({
    way: tree.way ?? new Map(),
    subjects: subjects.filter(({ object }) => object.root.tree === tree),
  }));
}

const known = new WeakMap<readonly ManifestSubject[], readonly WaySubjects[]>();

function withoutBranches(
  template: Template,
  subjects: readonly ManifestSubject[],
  options: LintOptions,
): readonly WaySubjects[] {
  const found =
    known.get(subjects) ??
    wholeOnes(subjectsAlong(withoutSomeBranches(template, podsIn(subjects)), template, options), subjects);
  known.set(subjects, found);
  return found;
}

/** Where pods stand: what is decided elsewhere doesn't change what they may do. */
function podsIn(subjects: readonly ManifestSubject[]): OffsetRange[] {
  return subjects
    .flatMap(({ pods }) => pods)
    .map(({ metadata, spec }) => {
      const starts = [metadata.key, spec.key, spec.node].flatMap((node) => node?.range?.[0] ?? []);
      return { start: Math.min(...starts), end: spec.node?.range?.[2] ?? 0 };
    });
}

/** Without the ways on which a pod isn't whole: nobody has values with which a container has no image. */
function wholeOnes(ways: readonly WaySubjects[], subjects: readonly ManifestSubject[]): readonly WaySubjects[] {
  const isPart = ({ pods }: ManifestSubject) => pods.some(isPartialPod);
  return subjects.some(isPart) ? ways : ways.filter(({ subjects: own }) => !own.some(isPart));
}

function subjectsAlong(masked: MaskedText, { text }: Template, options: LintOptions): WaySubjects[] {
  return masked.ways.flatMap((way, index) => {
    const parsed = parseTree(masked, index, text);
    if (parsed.outcome === 'refused') return [];
    return [{ way, subjects: manifestSubjects(parsed.tree, options) }];
  });
}

function isInForeignBranch(template: Template, { range, owner }: Seen): boolean {
  return branchesAround(template.chains, range.start).some(({ branch }) => !reaches(branch, owner.offset));
}
