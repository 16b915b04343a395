import type { DocumentReading } from '../lint/documentReading';
import type { Finding } from '../lint/finding';
import { keptFindings } from '../lint/keptFindings';
import type { LintedText } from '../lint/lint';
import { isReadWhole } from '../lint/readWhole';
import { resourceField } from '../manifests/relations/resources';
import { cpuLimit } from '../rules/resources/cpuLimit';
import { memoryLimit } from '../rules/resources/memoryLimit';
import { rangeOfNode } from '../yaml/field/extent';
import { encloses } from '../yaml/parsing/ranges';
import { isTemplated } from '../yaml/templates/templates';

/**
 * A linted text without what the linter `resource-limits` of Microsoft's Kubernetes extension tells as well: that the
 * containers of Pods and Deployments have no limits. It reads the text as one, and says nothing if any of it is broken
 * or a template.
 */
export function withoutLimitsToldElsewhere(linted: LintedText): LintedText {
  const isAnyOfLimits = linted.documents.some(({ document }) => document.findings.some(limitOf));
  const isRead = isAnyOfLimits && linted.documents.every(({ document }) => isPlain(document.reading));
  return isRead
    ? keptFindings(
        linted,
        ({ reading }) =>
          (finding) =>
            !isToldElsewhere(finding, reading),
      )
    : linted;
}

/** The resource whose limit a finding is about. */
function limitOf({ rule }: Finding): string | undefined {
  if (rule === cpuLimit) return 'cpu';
  return rule === memoryLimit ? 'memory' : undefined;
}

function isPlain(reading: DocumentReading): boolean {
  return !isTemplated(reading.text) && isReadWhole(reading);
}

function isToldElsewhere(finding: Finding, { objects }: DocumentReading): boolean {
  const resource = limitOf(finding);
  if (resource === undefined) return false;
  return objects.some(
    ({ object: { kind }, pods }) =>
      (kind === 'Pod' || kind === 'Deployment') &&
      pods.some(({ containers }) =>
        containers.some((container) => {
          const whole = container.list === 'containers' ? rangeOfNode(container.field.node) : undefined;
          return (
            whole !== undefined &&
            encloses(whole, finding.range) &&
            resourceField(container, 'limits', resource).state === 'absent'
          );
        }),
      ),
  );
}
