import { type Fault, type Fix, type FixClass, severities } from '../rules/rule';
import { reaches } from '../yaml/parsing/ranges';
import { branchesAround } from '../yaml/templates/branches';
import { impliedBy } from '../yaml/templates/templateConditions';
import type { Template } from '../yaml/templates/templates';
import { branchTaken, type Way } from '../yaml/templates/templateWays';
import type { EnabledRule } from './enabledRule';
import type { Lack } from './finding';
import { type Seen, type WayRead, waysJudged } from './sightings';
import { conditionWords } from './switchWords';

/** What was seen in a template. */
export interface TemplateJudged {
  readonly template: Template;
  readonly seen: readonly Seen[];
  /** What was seen on the ways that it takes to see each branch. */
  readonly seenFirst: ReadonlySet<Seen>;
  /** Reads one more way; what is at fault on it is noted where it was seen before. */
  readonly look: (way: Way) => WayRead | undefined;
}

/** A fault as it is to be told. */
interface Told {
  readonly enabled: EnabledRule;
  readonly fault: Fault;
  readonly lack?: Lack;
}

/**
 * A fault as it is to be told: as ever where it is there whatever the values, else with the values that bring it about.
 * Undefined for what lacks on one way where it lacks on all of them and is told of another.
 */
export function tellSeen(judged: TemplateJudged, seen: Seen): Told | undefined {
  const [fault] = seen.faults.values();
  const { enabled } = seen;
  if (!fault) throw new Error('A fault was seen on no way.');
  const alternatives = others(judged, seen);
  const around = foreignBranches(judged.template, seen);
  const settings = alternatives ? undefined : settingsWithin(judged, seen, around);
  if (alternatives || !settings) {
    const isTold = alternatives?.some((other) => other.owner === seen.owner && judged.seenFirst.has(other));
    if (isTold && !judged.seenFirst.has(seen)) return undefined;
    const isSwitch = around.length > 0 && fault.at?.state === 'known' && seen.faults.size < waysJudged(seen).length;
    const fixes = isSwitch ? needingConsent(fault.fixes) : fixesOnEveryWay(fault, seen, alternatives ?? []);
    return { enabled, fault: { ...fault, ...(fixes ? { fixes } : {}) } };
  }
  const condition = conditionWords(judged.template, around, settings);
  const milder: EnabledRule = enabled.isSeverityChosen
    ? enabled
    : { ...enabled, severity: mildest(fault.severity ?? enabled.severity), isSeverityChosen: true };
  const fixes = needingConsent(fault.fixes);
  return {
    enabled: milder,
    fault: { ...fault, message: `${fault.message}, ${condition}`, ...(fixes ? { fixes } : {}) },
    ...(around.length > 0 || enabled.rule.looksAt === 'object' ? {} : { lack: { owner: seen.owner.name, condition } }),
  };
}

function mildest(severity: EnabledRule['severity']): EnabledRule['severity'] {
  return severities[Math.max(severities.indexOf(severity), severities.indexOf('information'))] ?? severity;
}

function foreignBranches({ chains }: Template, { range, owner }: Seen) {
  return branchesAround(chains, range.start).filter(({ branch }) => !reaches(branch, owner.offset));
}

/**
 * What else the rule says of the same owner on the ways on which it doesn't say this; undefined where it is content with
 * some of them: then it depends on the values.
 */
function others({ seen: all }: TemplateJudged, seen: Seen): readonly Seen[] | undefined {
  const rest = waysJudged(seen).filter((way) => !seen.faults.has(way));
  if (rest.length === 0) return [];
  const alternatives = all.filter(
    (other) =>
      other.enabled.rule === seen.enabled.rule &&
      areRelated(other.owner.path, seen.owner.path) &&
      ![...other.faults.keys()].some((way) => seen.faults.has(way)),
  );
  return rest.every((way) => alternatives.some(({ faults }) => faults.has(way))) ? alternatives : undefined;
}

/** True for an object, a pod or a container and what it is part of: what is said of all containers is said of each. */
function areRelated(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function needingConsent(fixes: Fault['fixes']): readonly Fix[] | undefined {
  return fixes?.map((fix) => ({ ...fix, class: 'ask' }));
}

const classes: readonly FixClass[] = ['safe', 'harden', 'ask'];

/** Fixes that claim no more than is so on every way: what is safe with some values may not be with others. */
function fixesOnEveryWay({ fixes }: Fault, { faults }: Seen, alternatives: readonly Seen[]): Fault['fixes'] {
  const told = [faults, ...alternatives.map((other) => other.faults)].flatMap((on) => [...on.values()]);
  if (!fixes || told.every((fault) => areAlike(fault.fixes, fixes))) return fixes;
  return fixes.map((fix) => {
    const key = editsKey(fix);
    let worst = fix;
    for (const fault of told) {
      const same = fault.fixes?.find((other) => editsKey(other) === key);
      if (!same) return { ...fix, class: 'ask' };
      if (classes.indexOf(same.class) > classes.indexOf(worst.class)) worst = same;
    }
    return { ...fix, class: worst.class, title: worst.title };
  });
}

function areAlike(a: Fault['fixes'], b: Fault['fixes']): boolean {
  return a === b || (a?.length === b?.length && !!a?.every((fix, index) => fix.title === b?.[index]?.title));
}

/** What a fix does, whichever containers are there. */
function editsKey({ edits }: Fix): string {
  const shown = edits.map((edit) =>
    JSON.stringify(
      'path' in edit ? { ...edit, path: edit.path.map((step) => (typeof step === 'number' ? 0 : step)) } : edit,
    ),
  );
  return [...new Set(shown)].sort().join('\n');
}

type Setting = readonly [name: string, on: boolean];

/** So many switches in one sentence that nobody reads it, and so many ways that nobody waits for them. */
const mostSettings = 4;
const mostLooks = 8;

/** The settings of switches that bring a fault about, beside the branches it stands in; undefined where no few of them do. */
function settingsWithin(
  judged: TemplateJudged,
  seen: Seen,
  around: ReturnType<typeof branchesAround>,
): readonly Setting[] | undefined {
  const isAround = ({ switches }: WayRead) =>
    around.every(({ chain, branch }) => branchTaken(chain, switches) === branch);
  for (let looks = 0; looks < mostLooks; ) {
    const found = fewestSettings(seen, isAround);
    if (!found || found.length < 2) return found;
    const doubtful = found.find((setting) => {
      const way = looks < mostLooks ? flipped(seen, setting) : undefined;
      looks++;
      const read = way && judged.look(way);
      return read !== undefined && seen.faults.has(read);
    });
    if (!doubtful) return found;
  }
  return undefined;
}

function fewestSettings(seen: Seen, isAround: (way: WayRead) => boolean): readonly Setting[] | undefined {
  const { faults } = seen;
  const [first, ...present] = [...faults.keys()].map(({ switches }) => switches);
  let without = waysJudged(seen)
    .filter((way) => !faults.has(way) && isAround(way))
    .map(({ switches }) => switches);
  if (!first) return undefined;
  const constant = [...first].filter(([name, on]) => present.every((way) => way.get(name) === on));
  const found: Setting[] = [];
  while (without.length > 0) {
    let best: { setting: Setting; left: Way[] } | undefined;
    for (const setting of constant) {
      const left = without.filter((way) => way.get(setting[0]) === setting[1]);
      if (!best || left.length < best.left.length) best = { setting, left };
    }
    if (!best || best.left.length === without.length || found.length === mostSettings) return undefined;
    found.push(best.setting);
    without = best.left;
  }
  return found;
}

/** A way with a fault, but for one switch and what follows from it. */
function flipped({ faults }: Seen, [name, on]: Setting): Way | undefined {
  const [first] = faults.keys();
  if (!first) return undefined;
  return new Map(
    [...first.switches].map(([other, value]) => [other, other === name ? !on : (impliedBy(name, !on, other) ?? value)]),
  );
}
