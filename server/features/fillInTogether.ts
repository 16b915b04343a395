import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { applyFixes } from '../fixes/applyFixes';
import type { Finding } from '../lint/finding';
import { probeRules } from '../rules/probes/probeRules';
import { resourceRules } from '../rules/resources/resourceRules';
import { pathOf } from '../yaml/field/field';
import { type EditedDocument, workspaceEdit } from './editedDocument';
import { diagnosticsAbout } from './findingKeys';
import { type PlacedFinding, placedFindings } from './positions';

/** What is filled in of a container at once, with the findings that it mends. */
export interface FilledIn {
  readonly action: CodeAction;
  readonly mended: ReadonlySet<Finding>;
}

/**
 * All probes and resources that a container lacks in one edit, its values left blank, if some of the findings given are
 * about two of them or more.
 */
export function fillInTogether(
  document: EditedDocument,
  found: readonly PlacedFinding[],
  diagnostics: readonly Diagnostic[],
): FilledIn | undefined {
  const missing = found.find(({ finding }) => isMissing(finding));
  const container = missing && containerOf(missing.finding);
  if (!missing || container === undefined) return undefined;
  const others = placedFindings(document.linted).filter(
    ({ finding, documentStart }) =>
      documentStart === missing.documentStart &&
      finding.tree === missing.finding.tree &&
      isMissing(finding) &&
      containerOf(finding) === container,
  );
  if (others.length < 2) return undefined;
  const wanted = new Set(others.map(({ finding }) => finding));
  const { edits, mended } = applyFixes(document.linted, (finding) =>
    wanted.has(finding) ? finding.fixes[0] : undefined,
  );
  if (mended.length < 2) return undefined;
  const isMended = new Set(mended);
  return {
    mended: isMended,
    action: {
      title: titleOf(mended),
      kind: CodeActionKind.QuickFix,
      diagnostics: others
        .filter(({ finding }) => isMended.has(finding))
        .flatMap((placed) => diagnosticsAbout(placed, document.linted, diagnostics)),
      edit: workspaceEdit(document, edits),
    },
  };
}

function titleOf(mended: readonly Finding[]): string {
  const probes = mended.filter(({ rule }) => probeRules.includes(rule)).length;
  const what =
    probes === 0 ? 'requests and limits' : probes === mended.length ? 'probes' : 'probes, requests and limits';
  return `Add ${what} (${mended.length} findings; fill in what fits)`;
}

/** True for a probe or a resource that isn't there, and can be written. */
function isMissing({ rule, at, fixes: [best] }: Finding): boolean {
  const isOfContainer = probeRules.includes(rule) || resourceRules.includes(rule);
  return isOfContainer && at?.state === 'absent' && best?.edits.every(({ kind }) => kind === 'set') === true;
}

/** The container that a field is in, told by the way to it. */
function containerOf({ at }: Finding): string | undefined {
  const path = at ? pathOf(at) : [];
  const index = path.findIndex(
    (step, place) => typeof step === 'number' && /[cC]ontainers$/.test(String(path[place - 1])),
  );
  return index < 0 ? undefined : JSON.stringify(path.slice(0, index + 1));
}
