import { sniff } from '../documents/manifest/read/glance';
import type { LintedText, PlacedDocument } from '../lint/lint';
import type { Standing } from '../protocol/documents';
import { gradedWorkloads } from './podSecurity/podSecurityWorkloads';

/** Whether a document holds anything to judge, and which level the workload at a line meets. */
export function standingIn(linted: LintedText, line: number): Standing {
  const at = linted.documents.findLast((document) => document.line <= line);
  const found = gradedWorkloads(linted).findLast((workload) => workload.document === at && workload.line <= line);
  const holdsObjects = linted.documents.some(holdsObject);
  if (!found) return { holdsObjects };
  const { name, standing } = found.workload;
  return { holdsObjects, workload: { name, level: standing.isOpen ? `at least ${standing.level}` : standing.level } };
}

function holdsObject({ document: { reading } }: PlacedDocument): boolean {
  if (reading.isParsed) return reading.subjects.length > 0;
  const sniffed = sniff(reading.text);
  return sniffed.certain && sniffed.apiVersions.length > 0 && sniffed.kinds.length > 0;
}
