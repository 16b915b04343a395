import type { Connection } from 'vscode-languageserver';
import { sniff } from '../documents/manifest/read/glance';
import { gradedWorkloads } from '../features/podSecurityWorkloads';
import type { LintedText, PlacedDocument } from '../lint/lint';
import { type Standing, standingRequest } from '../protocol/documents';
import { answerRequest } from './messages';

/**
 * Answers whether a document holds anything to judge, and which level the workload at the cursor meets.
 *
 * @param lintedText undefined for what is not judged
 */
export function answerStandings(
  connection: Connection,
  lintedText: (uri: string) => Promise<LintedText | undefined>,
): void {
  answerRequest(connection, standingRequest, async ({ uri, line }) => {
    const linted = await lintedText(uri);
    return linted ? standingIn(linted, line) : null;
  });
}

function standingIn(linted: LintedText, line: number): Standing {
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
