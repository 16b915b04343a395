import { fixEdits } from '../fixes/applyFixes';
import type { Finding } from '../lint/finding';
import type { PlacedDocument } from '../lint/lint';
import { shownObjectField } from '../lint/objectField';
import { shownDocument } from '../lint/shownDocument';
import { relatedPlaces } from '../workspace/objects/relatedPlaces';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import type * as Contract from './contract';
import type { JudgedFile, JudgedFiles } from './judgeFiles';

/** What was found in files as plain data. */
export function lintedFiles({ files, nameOf }: Pick<JudgedFiles, 'files' | 'nameOf'>): Contract.LintedFile[] {
  return files.map((file) => lintedFile(file, nameOf));
}

/** What was found in a file as plain data. */
export function lintedFile(file: JudgedFile, nameOf: (uri: string) => string): Contract.LintedFile {
  const { documents } = file.linted;
  const findings: Contract.Finding[] = [];
  const silenced: Contract.SilencedFinding[] = [];
  for (const placed of documents) {
    const { document } = placed;
    if (document.findings.length === 0 && document.silenced.length === 0) continue;
    const tell = tellerOf(placed, file, nameOf);
    findings.push(...document.findings.map(tell));
    for (const { finding, silence } of document.silenced)
      silenced.push({ ...tell(finding), reason: silence.reason ?? null });
  }
  return { file: file.given.file, findings, silenced };
}

/** Makes plain data of the findings of a document, with places in the file. */
function tellerOf(
  { line, document }: PlacedDocument,
  { given, uri, linted }: JudgedFile,
  nameOf: (uri: string) => string,
): (finding: Finding) => Contract.Finding {
  const starts = lineStarts(document.text);
  const inFile = ({ line: own, character }: Contract.Position) => ({ line: line + own, character });
  const shown = shownDocument(document, linted.options);
  const { withoutSecrets } = shown;
  const editOf = ({ start, end, newText }: NonNullable<ReturnType<typeof fixEdits>>[number]): Contract.TextEdit => ({
    range: { start: inFile(positionAt(starts, start)), end: inFile(positionAt(starts, end)) },
    newText,
  });
  return (finding) => ({
    rule: finding.rule.id,
    title: finding.rule.title,
    severity: finding.severity,
    message: withoutSecrets(finding.message),
    file: given.file,
    range: { start: inFile(finding.start), end: inFile(finding.end) },
    ...shownObjectField(finding, shown),
    link: finding.rule.links[0].url,
    related: relatedPlaces(finding, linted, uri).map((related) => ({
      file: nameOf(related.uri),
      range: { start: related.start, end: related.end },
      message: withoutSecrets(related.message),
    })),
    fixes: finding.fixes.map((fix) => ({
      title: withoutSecrets(fix.title),
      class: fix.class,
      edits: (fixEdits(finding, fix) ?? []).map(editOf),
    })),
  });
}
