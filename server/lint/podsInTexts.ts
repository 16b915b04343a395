import { isScalar } from 'yaml';
import { isObjectOf, type KubernetesObject, objectsOf } from '../manifests/objects/objects';
import { type PodSpec, podSpecsOf } from '../manifests/pods/podSpec';
import { readOnce } from '../readOnce';
import type { Fault, Needs, Rule } from '../rules/rule';
import { type Field, member, members, rangeOf } from '../yaml/field/field';
import { keysOf } from '../yaml/field/keysOf';
import { parseTree } from '../yaml/read/tree';
import { maskedText } from '../yaml/templates/templates';
import { type EnabledRule, type LintOptions, mayFindAny, sortedRules } from './lintOptions';

/** What is wrong with a pod that stands in a text, at its place in the document of that text. */
export interface FaultInText {
  readonly enabled: EnabledRule;
  readonly fault: Fault;
}

/** Kinds as texts hold them: whoever makes pods of a text may add to it. */
const kindsInTexts = readOnce(({ workloadKinds }: LintOptions) =>
  workloadKinds.map((kind) => ({ ...kind, absence: 'filled in' as const })),
);

/** False only for a document in whose texts no pod can stand. */
export function mayHoldPodsInTexts(text: string): boolean {
  return text.includes('ontainers:') && /\n[ \t]+kind:[ \t]*["']?[A-Z]/.test(text);
}

/**
 * What the pods that a ConfigMap hands on as text may do to their nodes, where Pod Security has a word on it. All else is
 * up to whoever makes pods of them. Nothing is mended there: no edit inside of a text can be proven.
 */
export function* faultsInTexts(object: KubernetesObject, options: LintOptions): Iterable<FaultInText> {
  if (!isObjectOf(object, '/ConfigMap')) return;
  const { forPods, forContainers } = sortedRules(options).alone;
  for (const { value } of members(member(object.root, 'data'))) {
    for (const { start, text } of documentsIn(value)) {
      const pods = podsIn(text, options);
      const [first] = pods;
      if (!first) continue;
      const keys = keysOf(first.object.root.tree);
      const isAsked = ({ rule }: { readonly rule: Rule & Needs }) => isOfPodSecurity(rule) && mayFindAny(rule, keys);
      const found = (enabled: EnabledRule, fault: Fault) => ({ enabled, fault: placed(fault, value, start) });
      for (const enabled of forPods.filter(isAsked)) {
        for (const pod of pods) for (const fault of enabled.rule.check(pod, options)) yield found(enabled, fault);
      }
      for (const enabled of forContainers.filter(isAsked)) {
        for (const container of pods.flatMap(({ containers }) => containers)) {
          for (const fault of enabled.rule.check(container, options)) yield found(enabled, fault);
        }
      }
    }
  }
}

function isOfPodSecurity({ standards }: Rule): boolean {
  return standards.some((standard) => standard.startsWith('pss:'));
}

function podsIn(text: string, options: LintOptions): PodSpec[] {
  if (!mayHoldPodsInTexts(`\n${text}`)) return [];
  const kinds = kindsInTexts(options);
  const parsed = parseTree(maskedText(text), 0, text);
  if (parsed.outcome === 'refused' || parsed.tree.faults.length > 0) return [];
  return objectsOf(parsed.tree, kinds).flatMap((object) => podSpecsOf(object, kinds));
}

function placed(fault: Fault, at: Field, by: number): Fault {
  const { start, end } = fault.range ?? rangeOf(fault.at);
  return {
    at,
    range: { start: by + start, end: by + end },
    message: fault.message,
    ...(fault.severity && { severity: fault.severity }),
  };
}

/** The documents of a literal block, whose lines are those of its text. Of other scalars nothing can be shown at its place. */
function documentsIn({ node, tree }: Field): { readonly start: number; readonly text: string }[] {
  if (!isScalar(node) || node.type !== 'BLOCK_LITERAL' || !node.range) return [];
  const [start, end] = node.range;
  const begins = tree.source.indexOf('\n', start) + 1;
  if (begins === 0 || begins >= end) return [];
  const text = tree.source.slice(begins, end);
  if (text.includes('{{') || !mayHoldPodsInTexts(`\n${text}`)) return [];
  const documents: { start: number; text: string }[] = [];
  let from = 0;
  for (const marker of text.matchAll(/^[ \t]*---[ \t]*\r?$/gm)) {
    documents.push({ start: begins + from, text: text.slice(from, marker.index) });
    from = marker.index + marker[0].length;
  }
  return [...documents, { start: begins + from, text: text.slice(from) }];
}
