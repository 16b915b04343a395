import type { ReadingOptions } from '../documents/documentKind';
import type { WorkloadKind } from '../manifests/kinds/workloadKinds';
import { groupOf } from '../manifests/objects/objects';
import { readOnce } from '../readOnce';
import { rules as allRules } from '../rules/catalogue';
import type { RuleContext } from '../rules/rule';
import { yamlSyntax } from '../rules/yamlSyntax';
import type { EnabledRule } from './enabledRule';
import type { HonouredTool } from './honouredTools';
import { isAbout, type RulesAbout, rulesBySubject } from './rulesBySubject';

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

/** The enabled rules as the engine needs them. */
export interface SortedRules {
  /** The rules that look at one object by itself. */
  readonly alone: readonly RulesAbout<'check'>[];
  /** The rules that look at one object beside others. */
  readonly among: readonly RulesAbout<'checkAmong'>[];
  /** Whether any rule looks at several objects. */
  readonly anyAmong: boolean;
  /** The rule about text that is no YAML. */
  readonly syntax: EnabledRule | undefined;
  /** Whether a rule looks at an object of this kind, or any rule asks about such objects. */
  readonly readsKind: ReadingOptions['readsKind'];
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
    alone: rulesBySubject('check', rules),
    among: rulesBySubject('checkAmong', rules),
    anyAmong: rules.some(({ rule }) => 'among' in rule),
    syntax: rules.find(({ rule }) => rule === yamlSyntax),
    readsKind(apiVersion, kind) {
      const group = groupOf(apiVersion);
      if (read.has(`${group}/${kind}`)) return true;
      const version = apiVersion.slice(apiVersion.lastIndexOf('/') + 1);
      return forObjects.some((rule) => isAbout(rule, { group, version, kind }));
    },
  };
});

/** What of some options decides how documents are read. */
export const readingOptions = readOnce((options: LintOptions): ReadingOptions => {
  const { alone, among, readsKind } = sortedRules(options);
  const looked = new Set<string>([...alone, ...among].map((rules) => rules.looked));
  return { ...options, readsKind, looksAt: (part) => looked.has(part) };
});
