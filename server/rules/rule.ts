import type { MinorVersion } from '../manifests/kubernetesVersion';
import type { KubernetesObject } from '../manifests/objects';
import type { Container, PodSpec } from '../manifests/podSpec';
import type { Edit } from '../yaml/edits';
import type { Field } from '../yaml/field';

/** How bad a finding is, worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

/** How bad a finding is. */
export type Severity = (typeof severities)[number];

/** The profiles, each holding all rules of those before it. */
export const profiles = ['baseline', 'restricted', 'recommended', 'all'] as const;

/** A set of rules to lint with. */
export type Profile = (typeof profiles)[number];

/**
 * What an edit does to a running workload: *safe* nothing at all, *harden* closes a gap that something may have
 * relied on, *ask* depends on a choice that only the user can make.
 */
export type FixClass = 'safe' | 'harden' | 'ask';

/** A way to mend a finding. */
export interface Fix {
  /** What it does, and what may stop working. */
  readonly title: string;
  readonly class: FixClass;
  readonly edits: readonly Edit[];
}

/** What a rule has to say about one place. */
export interface Fault {
  readonly at: Field;
  /** One sentence without a full stop: what is wrong, and for whom. */
  readonly message: string;
  /** The best one first. */
  readonly fixes?: readonly Fix[];
}

/** A link with the name of what it leads to. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** What a rule is told of its surroundings. */
export interface RuleContext {
  readonly kubernetesVersion: MinorVersion;
}

/** What a rule says about itself; hover, `seaworthy explain`, SARIF and the table of rules are made from it. */
export interface RuleDocumentation {
  /** Part of the user interface: settings, silences and SARIF name it. */
  readonly id: string;
  /** What the rule asks for, in sentence case. */
  readonly title: string;
  readonly severity: Severity;
  /** The smallest profile that holds the rule. */
  readonly profile: Profile;
  /** Standards the rule belongs to, as `pss:LEVEL:CHECKID`. */
  readonly standards: readonly string[];
  /** What an attacker or an outage does with it. Markdown. */
  readonly why: string;
  /** How to mend it, and what to mind when doing so. Markdown. */
  readonly remedy: string;
  /** The best page first: the one a diagnostic's code leads to. */
  readonly links: readonly [Link, ...Link[]];
  /** A manifest that the rule reports on. */
  readonly bad: string;
  /** The same manifest as it should be. */
  readonly good: string;
}

/** A rule is its documentation and, but for faults of the text, one function that looks at every object, pod spec or container in turn. */
export type Rule = RuleDocumentation &
  (
    | { readonly looksAt: 'pod spec'; readonly check: (pod: PodSpec, context: RuleContext) => Iterable<Fault> }
    | { readonly looksAt: 'container'; readonly check: (container: Container, context: RuleContext) => Iterable<Fault> }
    | {
        readonly looksAt: 'object';
        /** `group/Kind`, the core group empty: `/ConfigMap`. */
        readonly kinds: readonly string[];
        readonly check: (object: KubernetesObject, context: RuleContext) => Iterable<Fault>;
      }
    /** Text that is no manifest yet: reported by the engine while it reads. */
    | { readonly looksAt: 'text' }
  );
