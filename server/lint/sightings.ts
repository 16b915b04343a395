import type { ManifestSubject } from '../documents/manifest/read/manifestSubjects';
import { type Fault, type Rule, rangeOfFault } from '../rules/rule';
import { type Field, member } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import type { Way } from '../yaml/templates/templateWays';
import type { EnabledRule } from './enabledRule';

/** An object, a pod or a container, on whatever way through a template it is met. */
export interface Owner {
  readonly name: string;
  /** The keys and places that lead to it. */
  readonly path: string;
  /** Where it stands in the document. */
  readonly offset: number;
  /** The ways on which it is there. */
  readonly ways: Set<WayRead>;
}

/** A way through a template that was read. */
export interface WayRead {
  readonly switches: Way;
  /** Whether a rule was asked on it. */
  readonly judges: (rule: Rule) => boolean;
}

/** A fault at one place, on each way on which it was seen. */
export interface Seen {
  readonly enabled: EnabledRule;
  readonly owner: Owner;
  readonly range: OffsetRange;
  /** As it was seen on each way. */
  readonly faults: Map<WayRead, Fault>;
}

/** What is there and what is at fault on one way. */
interface Reading {
  readonly way: WayRead;
  /** Takes note of what is there. */
  readonly meet: (subject: ManifestSubject) => void;
  /** Takes note of a fault; one that was seen on no way before only if it is to be told. */
  readonly note: (enabled: EnabledRule, fault: Fault, tellsNew: boolean) => void;
}

/** Gathers what is at fault on several ways through a template. */
export function sightings() {
  const owners = new Map<string, Owner>();
  const known = new Map<string, Seen[]>();
  const ordered: Seen[] = [];
  const owning = { objects: new Set<unknown>(), pods: new Set<unknown>() };
  const ownerAt = (field: Field): Owner => {
    const { path, offset } = placeOf(field);
    const name = `${path} ${offset}`;
    const owner = owners.get(name) ?? { name, path, offset, ways: new Set() };
    owners.set(name, owner);
    return owner;
  };
  const noteOn = (way: WayRead, enabled: EnabledRule, fault: Fault, tellsNew: boolean) => {
    // Only trees have ways.
    if (!fault.at) return;
    const range = rangeOfFault(fault);
    const key = `${enabled.rule.id} ${range.start} ${range.end}`;
    const same = known.get(key) ?? [];
    const first = (one: Seen) => [...one.faults.values()][0];
    const match =
      same.find((one) => first(one)?.message === fault.message) ??
      // Who is meant may change with the containers that are there; the place says what is meant.
      same.find((one) => !one.faults.has(way));
    if (match) {
      if (!match.faults.has(way)) match.faults.set(way, fault);
      return;
    }
    if (!tellsNew) return;
    const seen: Seen = {
      enabled,
      owner: ownerAt(ownerFieldOf(fault.at, enabled, owning)),
      range,
      faults: new Map([[way, fault]]),
    };
    known.set(key, [...same, seen]);
    ordered.push(seen);
  };
  return {
    all: (): readonly Seen[] => ordered,
    readWay(switches: Way, judges: WayRead['judges']): Reading {
      const way: WayRead = { switches, judges };
      return {
        way,
        meet({ object, pods }) {
          ownerAt(object.root).ways.add(way);
          if (object.root.node) owning.objects.add(object.root.node);
          for (const { spec, containers } of pods) {
            for (const field of [spec, ...containers.map((container) => container.field)]) {
              ownerAt(field).ways.add(way);
              if (field.node) owning.pods.add(field.node);
            }
          }
        },
        note: (enabled, fault, tellsNew) => noteOn(way, enabled, fault, tellsNew),
      };
    },
  };
}

/** The container, the pod or the object that a fault is about. */
function ownerFieldOf(at: Field, { rule }: EnabledRule, { objects, pods }: Owning): Field {
  let field = at;
  while (field.parent) {
    if (objects.has(field.node) || (rule.looksAt !== 'object' && pods.has(field.node))) return field;
    field = field.parent;
  }
  return field;
}

/** The nodes of what is met. */
interface Owning {
  readonly objects: ReadonlySet<unknown>;
  readonly pods: ReadonlySet<unknown>;
}

function placeOf(field: Field): Pick<Owner, 'path' | 'offset'> {
  const own = field.parent === undefined ? (member(field, 'metadata').key ?? member(field, 'kind').key) : field.key;
  const offset = own?.range?.[0] ?? field.node?.range?.[0] ?? 0;
  let path = '';
  for (let at = field; at.parent; at = at.parent) {
    path = `/${typeof at.step === 'number' ? (at.node?.range?.[0] ?? 0) : at.step}${path}`;
  }
  return { path, offset };
}

/** The ways on which the owner of a fault is there and the rule was asked. */
export function waysJudged({ owner, enabled }: Seen): WayRead[] {
  return [...owner.ways].filter((way) => way.judges(enabled.rule));
}
