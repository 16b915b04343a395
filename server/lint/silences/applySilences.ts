import type { Neighbours } from '../../rules/rule';
import type { DocumentReading } from '../documentReading';
import type { Finding } from '../finding';
import { inOrder } from '../findingCollector';
import type { AmongFindings } from '../findingsAmong';
import { lacksTogether } from '../lacksTogether';
import type { LintOptions } from '../lintOptions';
import { oneFindingAFault } from '../oneFindingAFault';
import type { Silence } from '../silence';
import { judgedSilences } from './judgedSilences';

/** A finding that somebody has silenced. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly silence: Silence;
}

/** The findings of a document as silences leave them. */
export interface Silenced {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
}

/** A document with all that was found in it. */
export interface JudgedDocument {
  readonly reading: DocumentReading;
  readonly findings: readonly Finding[];
  /** Those among them that other objects have a part in; undefined where no rule asks about others. */
  readonly among?: AmongFindings;
}

/** The findings of a file's documents as its silences leave them, with what there is to say about the silences. */
export function applySilences(
  documents: readonly JudgedDocument[],
  reach: Neighbours['reach'],
  options: LintOptions,
): Silenced[] {
  const forFile = documents.flatMap(({ reading }) => reading.silences.filter(({ isForFile }) => isForFile));
  const used = new Map<Silence, Set<string>>();
  const applied = documents.map((document) => silence(document, forFile, used, options));
  return applied.map(({ findings, silenced }, index) => {
    const reading = documents[index]?.reading;
    const about = reading ? judgedSilences(reading, used, reach, options) : [];
    return { findings: about.length > 0 ? inOrder([...findings, ...about]) : findings, silenced };
  });
}

/** Takes note of what each silence was used for. A fault that is silenced under one name is told under its next best. */
function silence(
  { reading, findings }: Pick<JudgedDocument, 'reading' | 'findings'>,
  forFile: readonly Silence[],
  used: Map<Silence, Set<string>>,
  options: LintOptions,
): Silenced {
  const counting = [...reading.silences.filter(({ isForFile }) => !isForFile), ...forFile].filter(
    ({ reason, written }) => reason !== undefined || written.as === 'foreign' || !options.requiresReasons,
  );
  if (counting.length === 0) return { findings: lacksTogether(oneFindingAFault(findings)), silenced: [] };
  const byRule = new Map<string, Set<Silence>>();
  for (const candidate of counting) {
    for (const { id } of candidate.rules) byRule.set(id, (byRule.get(id) ?? new Set()).add(candidate));
  }
  const silenced: SilencedFinding[] = [];
  const left = findings.filter((finding) => {
    const naming = [...(byRule.get(finding.rule.id) ?? [])];
    const matching = naming.filter((candidate) => candidate.isForFile || candidate.covers(finding));
    const [first] = matching;
    if (!first) return true;
    for (const match of matching) used.set(match, (used.get(match) ?? new Set()).add(finding.rule.id));
    silenced.push({ finding, silence: first });
    return false;
  });
  return { findings: lacksTogether(oneFindingAFault(left)), silenced };
}
