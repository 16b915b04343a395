import { objectsInTexts } from '../documents/manifest/read/podsInTexts';
import type { KubernetesObject } from '../manifests/objects/objects';
import { type Fault, type Rule, rangeOfFault } from '../rules/rule';
import type { Field } from '../yaml/field/field';
import type { EnabledRule } from './enabledRule';
import { type LintOptions, sortedRules } from './lintOptions';
import { askRules } from './rulesBySubject';

/** What is wrong with a pod that stands in a text, at its place in the document of that text. */
export interface FaultInText {
  readonly enabled: EnabledRule;
  readonly fault: Fault;
}

/**
 * What the pods that a ConfigMap hands on as text may do to their nodes, where Pod Security has a word on it. All else is
 * up to whoever makes pods of them. Nothing is mended there: no edit inside of a text can be proven.
 */
export function faultsInTexts(object: KubernetesObject, options: LintOptions): FaultInText[] {
  const found: FaultInText[] = [];
  for (const { at, start, subjects } of objectsInTexts(object, options.workloadKinds)) {
    for (const subject of subjects) {
      askRules(subject, sortedRules(options).alone, ({ enabled, rule }, parts) => {
        if (!isOfPodSecurity(enabled.rule)) return;
        for (const part of parts) {
          for (const fault of rule.check(part, options)) found.push({ enabled, fault: placed(fault, at, start) });
        }
      });
    }
  }
  return found;
}

function isOfPodSecurity({ standards, looksAt }: Rule): boolean {
  return looksAt !== 'object' && standards.some((standard) => standard.startsWith('pss:'));
}

function placed(fault: Fault, at: Field, by: number): Fault {
  const { start, end } = rangeOfFault(fault);
  return {
    at,
    range: { start: by + start, end: by + end },
    message: fault.message,
    ...(fault.severity && { severity: fault.severity }),
  };
}
