import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import type { DocumentReading } from '../lint/readDocument';
import { resourceField } from '../manifests/resources';
import { cpuLimit } from '../rules/resources/cpuLimit';
import { memoryLimit } from '../rules/resources/memoryLimit';
import { isTemplated } from '../yaml/templates';

const limits = [
  { rule: cpuLimit, resource: 'cpu' },
  { rule: memoryLimit, resource: 'memory' },
] as const;

/**
 * A linted text without what the linter `resource-limits` of Microsoft's Kubernetes extension tells as well: that the
 * containers of Pods and Deployments have no limits. It reads the text as one, and says nothing if any of it is broken
 * or a template.
 */
export function withoutLimitsToldElsewhere(linted: LintedText): LintedText {
  if (!linted.documents.every(({ document }) => isPlain(document.reading))) return linted;
  const documents = linted.documents.map((place) => {
    const { document } = place;
    const isTold = toldElsewhere(document.reading);
    const findings = document.findings.filter((finding) => !isTold(finding));
    return findings.length === document.findings.length ? place : { ...place, document: { ...document, findings } };
  });
  return { ...linted, documents };
}

function isPlain({ text, subjects }: DocumentReading): boolean {
  return !isTemplated(text) && subjects.every(({ object }) => object.root.tree.faults.length === 0);
}

function toldElsewhere({ subjects }: DocumentReading): (finding: Finding) => boolean {
  const containers = subjects.flatMap(({ object, pod }) =>
    pod && (object.kind === 'Pod' || object.kind === 'Deployment')
      ? pod.containers.filter(({ list }) => list === 'containers')
      : [],
  );
  return ({ rule, range }) => {
    const resource = limits.find((limit) => limit.rule === rule)?.resource;
    if (!resource) return false;
    const container = containers.find(({ field: { node } }) => {
      const [start, end] = node?.range ?? [0, 0];
      return start <= range.start && range.end <= end;
    });
    return container !== undefined && resourceField(container, 'limits', resource).state === 'absent';
  };
}
