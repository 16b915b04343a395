import type { MinorVersion } from './manifests/kubernetesVersion';
import { groupOf, objectsOf } from './manifests/objects';
import { podSpecOf } from './manifests/podSpec';
import type { WorkloadKind } from './manifests/workloadKinds';
import type { Fault, Fix, Rule, Severity } from './rules/rule';
import { yamlSyntax } from './rules/yamlSyntax';
import { type DocumentText, splitDocuments } from './yaml/documents';
import { rangeOf } from './yaml/field';
import { lineCount, lineStarts, type OffsetRange, type Position, positionAt } from './yaml/lines';
import { mayHoldObject, sniff } from './yaml/sniff';
import { isTemplated, maskedText } from './yaml/templates';
import { parseTree, type Tree } from './yaml/tree';

/** A rule that is switched on, at the severity it shall have. */
export interface EnabledRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** What to lint for. Two texts linted with the same object of options share their unchanged documents. */
export interface LintOptions {
  readonly rules: readonly EnabledRule[];
  readonly kubernetesVersion: MinorVersion;
  readonly workloadKinds: readonly WorkloadKind[];
  /** Whether text that nothing shows to be a manifest is still asked to be YAML: a file that the user named. */
  readonly checksEveryDocument: boolean;
}

/** A fault with its rule, its severity, and where it is. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  /** Offsets from the start of the finding's document. */
  readonly range: OffsetRange;
  /** Lines from the first line of the finding's document. */
  readonly start: Position;
  readonly end: Position;
  readonly fixes: readonly Fix[];
  /** What fixes are applied to; a fault of the text itself has none. */
  readonly tree: Tree | undefined;
}

/** One document of a linted text, wherever in the file it stands at the moment. */
export interface LintedDocument {
  readonly text: string;
  readonly lineCount: number;
  readonly findings: readonly Finding[];
  /** True if the document had to be parsed. */
  readonly isParsed: boolean;
}

/** A linted text: its documents, in order, with the place where each begins. */
export interface LintedText {
  readonly options: LintOptions;
  readonly documents: readonly { readonly start: number; readonly line: number; readonly document: LintedDocument }[];
  /** How many documents were linted anew. */
  readonly renewed: number;
}

/**
 * Lints a text. Documents that stand unchanged at the beginning or the end of a text linted before with the same
 * options are taken over from it.
 */
export function lint(text: string, options: LintOptions, previous?: LintedText): LintedText {
  const parts = splitDocuments(text);
  const known = previous?.options === options ? previous.documents : [];
  const kept = (part: DocumentText, index: number) => {
    const candidate = known[index]?.document;
    return candidate?.text === part.text ? candidate : undefined;
  };
  const fromEnd = known.length - parts.length;
  let renewed = 0;
  let line = 0;
  const documents = parts.map((part, index) => {
    let document = kept(part, index) ?? kept(part, index + fromEnd);
    if (!document) {
      renewed++;
      document = lintDocument(part.text, options);
    }
    const place = { start: part.start, line, document };
    line += document.lineCount;
    return place;
  });
  return { options, documents, renewed };
}

/** Lints one document. */
export function lintDocument(text: string, options: LintOptions): LintedDocument {
  const lines = lineCount(text);
  const masked = maskedText(text);
  const isManifest = masked.variants.some((variant) => mayHoldReadKinds(variant, options));
  if (!isManifest && !options.checksEveryDocument) {
    return { text, lineCount: lines, findings: [], isParsed: false };
  }
  const report = reporter(text, options);
  for (const variant of masked.variants.keys()) {
    const parsed = parseTree(masked, variant, text);
    if (parsed.outcome === 'refused') {
      report.syntax({ start: 0, end: text.search(/\r?\n|$/) }, parsed.message);
      continue;
    }
    const { tree } = parsed;
    const objects = objectsOf(tree);
    const [fault] = tree.faults;
    // A template that can't be read is no fault of its author: what it writes is YAML only when rendered.
    if (fault && !isTemplated(text) && (objects.length > 0 || options.checksEveryDocument)) {
      report.syntax(fault, `This is not valid YAML: ${fault.message}`);
    }
    for (const object of objects) {
      for (const { rule, severity } of options.rules) {
        if (rule.looksAt !== 'object') continue;
        if (object.kind !== undefined && !rule.kinds.includes(`${object.group ?? ''}/${object.kind}`)) continue;
        for (const raised of rule.check(object, options)) report.fault(rule, severity, raised);
      }
      const pod = podSpecOf(object, options.workloadKinds);
      if (!pod) continue;
      for (const { rule, severity } of options.rules) {
        if (rule.looksAt === 'pod spec') {
          for (const raised of rule.check(pod, options)) report.fault(rule, severity, raised);
        } else if (rule.looksAt === 'container') {
          for (const container of pod.containers) {
            for (const raised of rule.check(container, options)) report.fault(rule, severity, raised);
          }
        }
      }
    }
  }
  return { text, lineCount: lines, findings: report.findings(), isParsed: true };
}

/** Collects findings in the order of the text, each once however many branches of a template lead to it. */
function reporter(text: string, options: LintOptions) {
  const syntaxSeverity = options.rules.find(({ rule }) => rule === yamlSyntax)?.severity;
  const found = new Map<string, Finding>();
  let starts: number[] | undefined;
  const add = (finding: Omit<Finding, 'start' | 'end'>) => {
    const key = `${finding.rule.id} ${finding.range.start} ${finding.range.end} ${finding.message}`;
    if (found.has(key)) return;
    starts ??= lineStarts(text);
    const { start, end } = finding.range;
    found.set(key, { ...finding, start: positionAt(starts, start), end: positionAt(starts, end) });
  };
  return {
    fault(rule: Rule, severity: Severity, { at, message, fixes = [] }: Fault) {
      add({ rule, severity, message, range: rangeOf(at), fixes: at.isShared ? [] : fixes, tree: at.tree });
    },
    syntax({ start, end }: OffsetRange, message: string) {
      if (!syntaxSeverity) return;
      add({ rule: yamlSyntax, severity: syntaxSeverity, message, range: { start, end }, fixes: [], tree: undefined });
    },
    findings(): Finding[] {
      return [...found.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    },
  };
}

/** False only if it is certain that no enabled rule reads what a document holds. */
function mayHoldReadKinds(text: string, options: LintOptions): boolean {
  if (!mayHoldObject(text)) return false;
  const sniffed = sniff(text);
  if (!sniffed.certain) return true;
  const read = readKinds(options);
  return sniffed.kinds.some(
    (kind) =>
      kind.endsWith('List') || sniffed.apiVersions.some((apiVersion) => read.has(`${groupOf(apiVersion)}/${kind}`)),
  );
}

const readKindsOf = new WeakMap<LintOptions, ReadonlySet<string>>();

/** The kinds that an enabled rule reads, as `group/Kind`. */
function readKinds(options: LintOptions): ReadonlySet<string> {
  let kinds = readKindsOf.get(options);
  if (!kinds) {
    const readsPods = options.rules.some(({ rule }) => rule.looksAt === 'pod spec' || rule.looksAt === 'container');
    kinds = new Set([
      ...(readsPods ? options.workloadKinds.map(({ group, kind }) => `${group}/${kind}`) : []),
      ...options.rules.flatMap(({ rule }) => (rule.looksAt === 'object' ? rule.kinds : [])),
    ]);
    readKindsOf.set(options, kinds);
  }
  return kinds;
}
