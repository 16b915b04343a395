import type { WorkloadKind } from '../manifests/kinds/workloadKinds';
import type { KubernetesObject } from '../manifests/objects/objects';
import { groupOf } from '../manifests/objects/objects';
import { readOnce } from '../readOnce';
import { rules as allRules } from '../rules/catalogue';
import type { Needs, Rule, RuleContext, Severity } from '../rules/rule';
import { yamlSyntax } from '../rules/yamlSyntax';
import type { HonouredTool } from './silences/honouredTools';

/** A rule that is switched on, at the severity it shall have. */
export interface EnabledRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** True if somebody chose the severity: then the rule's own word on milder and worse faults does not count. */
  readonly isSeverityChosen?: boolean;
}

/** What to lint for. Two texts linted with the same object of options share their unchanged documents. */
export interface LintOptions extends RuleContext {
  readonly rules: readonly EnabledRule[];
  readonly workloadKinds: readonly WorkloadKind[];
  /** Whether text that nothing shows to be a manifest is still asked to be YAML: a file that the user named. */
  readonly checksEveryDocument: boolean;
  /** True for a file that a kustomization patches others with: what is absent in it stands elsewhere. */
  readonly isPatch?: boolean;
  /** True for a file whose ConfigMaps and Secrets a kustomization may add keys to. */
  readonly mayGainKeys?: boolean;
  /** The linters whose silences count. */
  readonly honoured: readonly HonouredTool[];
  /** Whether a silence without a reason counts for nothing. */
  readonly requiresReasons: boolean;
}

/** An enabled rule that looks at one sort of thing, alone or among others. */
type EnabledRuleAt<Looked extends Rule['looksAt'], Way extends 'check' | 'checkAmong'> = Omit<EnabledRule, 'rule'> & {
  readonly rule: Extract<Rule, { readonly looksAt: Looked } & Readonly<Record<Way, unknown>>>;
};

/** Rules that judge in the same way, by what they look at, so that each object is walked once however many there are. */
export interface RulesBySubject<Way extends 'check' | 'checkAmong'> {
  readonly forObject: (object: KubernetesObject) => readonly EnabledRuleAt<'object', Way>[];
  readonly forPods: readonly EnabledRuleAt<'pod spec', Way>[];
  readonly forContainers: readonly EnabledRuleAt<'container', Way>[];
}

/** The enabled rules as the engine needs them. */
export interface SortedRules {
  /** Those that look at one object by itself. */
  readonly alone: RulesBySubject<'check'>;
  /** Those that look at one beside others. */
  readonly among: RulesBySubject<'checkAmong'>;
  /** Whether any rule looks at several objects. */
  readonly anyAmong: boolean;
  /** The rule about text that is no YAML. */
  readonly syntax: EnabledRule | undefined;
  /** Whether a rule looks at an object of this kind, or any rule asks about such objects. */
  readonly readsKind: (apiVersion: string, kind: string) => boolean;
}

/** The kinds that rules ask about: other files may be judged by these rules, whatever is on for the file that holds them. */
const consulted = new Set(allRules.flatMap((rule) => ('among' in rule ? rule.among : [])));

/** The rules of some options, sorted once however many documents are linted with them. */
export const sortedRules = readOnce(({ rules, workloadKinds }: LintOptions): SortedRules => {
  const forObjects = rules.flatMap(({ rule }) => (rule.looksAt === 'object' ? [rule] : []));
  const read = new Set([
    ...consulted,
    ...workloadKinds
      .filter(({ pods, objects = [] }) => objects.length > 0 || pods.length > 0)
      .map(({ group, kind }) => `${group}/${kind}`),
  ]);
  return {
    alone: bySubject('check', rules),
    among: bySubject('checkAmong', rules),
    anyAmong: rules.some(({ rule }) => 'among' in rule),
    syntax: rules.find(({ rule }) => rule === yamlSyntax),
    readsKind(apiVersion, kind) {
      const group = groupOf(apiVersion);
      if (read.has(`${group}/${kind}`)) return true;
      return forObjects.some((rule) => isFor(rule, group, apiVersion.slice(apiVersion.lastIndexOf('/') + 1), kind));
    },
  };
});

/** False for a rule that can find nothing in a document with these keys. */
export function mayFindAny({ needs }: Needs, keys: ReadonlySet<string>): boolean {
  if (needs === undefined) return true;
  for (const key of needs) if (keys.has(key)) return true;
  return false;
}

function bySubject<Way extends 'check' | 'checkAmong'>(way: Way, rules: readonly EnabledRule[]): RulesBySubject<Way> {
  const forObjects = rules.filter((enabled) => judges('object', way, enabled));
  const known = new Map<string, readonly EnabledRuleAt<'object', Way>[]>();
  return {
    forObject({ group, version, kind }) {
      if (kind === undefined) return [];
      const key = `${group ?? '?'}/${version ?? '?'}/${kind}`;
      let found = known.get(key);
      if (!found) {
        found = forObjects.filter(({ rule }) => isFor(rule, group, version, kind));
        known.set(key, found);
      }
      return found;
    },
    forPods: rules.filter((enabled) => judges('pod spec', way, enabled)),
    forContainers: rules.filter((enabled) => judges('container', way, enabled)),
  };
}

function judges<Looked extends Rule['looksAt'], Way extends 'check' | 'checkAmong'>(
  looked: Looked,
  way: Way,
  enabled: EnabledRule,
): enabled is EnabledRuleAt<Looked, Way> {
  return enabled.rule.looksAt === looked && way in enabled.rule;
}

/** A group or version that a template writes may be any. */
function isFor(
  rule: Extract<Rule, { readonly looksAt: 'object' }>,
  group: string | undefined,
  version: string | undefined,
  kind: string,
): boolean {
  if ('kinds' in rule) {
    return group === undefined
      ? rule.kinds.some((known) => known.endsWith(`/${kind}`))
      : rule.kinds.includes(`${group}/${kind}`);
  }
  return (
    group !== undefined && version !== undefined && rule.reads(group === '' ? version : `${group}/${version}`, kind)
  );
}
