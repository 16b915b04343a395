import { type AnySubject, kinds, type LookedAt, type SubjectTypes } from '../documents/kinds';
import type { KubernetesObject } from '../manifests/objects/objects';
import type { Checks, Needs, ObjectChoice } from '../rules/rule';
import { keysOf } from '../yaml/field/keysOf';
import type { EnabledRule } from './enabledRule';

/** The ways in which rules judge: by itself, or among others. */
type Way = keyof Checks<unknown>;

/** An enabled rule as it asks about one sort of thing, in one way. */
export interface EnabledCheck<Looked extends LookedAt, How extends Way> {
  readonly enabled: EnabledRule;
  readonly rule: Needs & Checks<SubjectTypes[Looked]>[How];
}

/** Puts the question of one rule about all parts of a subject that it looks at. */
export type Ask<How extends Way> = <Looked extends LookedAt>(
  check: EnabledCheck<Looked, How>,
  parts: readonly SubjectTypes[Looked][],
) => void;

/** The enabled rules that look at one sort of thing. */
export interface RulesAbout<How extends Way> {
  readonly looked: LookedAt;
  /** Asks those that may find something beside these keys. */
  readonly askAbout: (subject: AnySubject, keys: ReadonlySet<string>, ask: Ask<How>) => void;
}

const none: ReadonlySet<string> = new Set();

/**
 * The one walk over what documents hold: puts the question of each rule that looks at something in a subject, always in the
 * same order. Those that can find nothing, since their keys are missing, are not asked.
 */
export function askRules<How extends Way>(subject: AnySubject, rules: readonly RulesAbout<How>[], ask: Ask<How>): void {
  const keys = subject.root ? keysOf(subject.root.tree) : none;
  for (const { askAbout } of rules) askAbout(subject, keys, ask);
}

/** Enabled rules that judge in one way, by what they look at, in the order of the kinds of documents. */
export function rulesBySubject<How extends Way>(how: How, rules: readonly EnabledRule[]): RulesAbout<How>[] {
  const looked: readonly LookedAt[] = kinds.flatMap(({ lookedAt }) => lookedAt);
  return looked.flatMap((sort) => rulesAbout(sort, how, rules) ?? []);
}

function rulesAbout<Looked extends LookedAt, How extends Way>(
  looked: Looked,
  how: How,
  rules: readonly EnabledRule[],
): RulesAbout<How> | undefined {
  const checks = rules.flatMap((enabled): EnabledCheck<Looked, How>[] =>
    judges(looked, how, enabled.rule) ? [{ enabled, rule: enabled.rule }] : [],
  );
  if (checks.length === 0) return undefined;
  const byKind = new Map<string, readonly EnabledCheck<Looked, How>[]>();
  const checksFor = ({ parts }: AnySubject) => {
    const object = looked === 'object' ? parts.object?.[0] : undefined;
    if (!object) return checks;
    const kind = `${object.group ?? '?'}/${object.version ?? '?'}/${object.kind}`;
    const own = byKind.get(kind) ?? checks.filter(({ enabled }) => chooses(enabled, object));
    byKind.set(kind, own);
    return own;
  };
  return {
    looked,
    askAbout(subject, keys, ask) {
      const parts: readonly SubjectTypes[Looked][] = subject.parts[looked] ?? [];
      if (parts.length === 0) return;
      for (const check of checksFor(subject)) if (mayFindAny(check.rule, keys)) ask(check, parts);
    },
  };
}

function judges<Looked extends LookedAt, How extends Way>(
  looked: Looked,
  how: How,
  rule: { readonly looksAt: string },
): rule is { readonly looksAt: string } & EnabledCheck<Looked, How>['rule'] {
  return rule.looksAt === looked && how in rule;
}

function chooses({ rule }: EnabledRule, object: KubernetesObject): boolean {
  return rule.looksAt === 'object' && isAbout(rule, object);
}

/** The kind and name that a document says its object has. */
type ObjectKind = Pick<KubernetesObject, 'group' | 'version' | 'kind'>;

/** Whether a rule looks at objects of a kind; a group or version that a template writes may be any. */
export function isAbout(rule: ObjectChoice, { group, version, kind }: ObjectKind): boolean {
  if (kind === undefined) return false;
  if ('kinds' in rule) {
    return group === undefined
      ? rule.kinds.some((known) => known.endsWith(`/${kind}`))
      : rule.kinds.includes(`${group}/${kind}`);
  }
  return (
    group !== undefined && version !== undefined && rule.reads(group === '' ? version : `${group}/${version}`, kind)
  );
}

/** False for a rule that can find nothing in a document with these keys. */
function mayFindAny({ needs }: Needs, keys: ReadonlySet<string>): boolean {
  if (needs === undefined) return true;
  for (const key of needs) if (keys.has(key)) return true;
  return false;
}
