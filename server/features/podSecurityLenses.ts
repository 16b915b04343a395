import type { CodeLens } from 'vscode-languageserver-types';
import { fixedAndLeft, placesOf } from '../fixes/fixedAndLeft';
import type { LintedText } from '../lint/lint';
import { printable } from '../lint/printable';
import { versionName } from '../manifests/versions/kubernetesVersion';
import { type LiftParams, liftCommand } from '../protocol/actions';
import { gradedWorkloads, type PlacedWorkload } from './podSecurity/podSecurityWorkloads';

/**
 * A lens for each workload whose Pod Security level can be told, and a second one for what can be previewed; what they say is
 * worked out when they come into view.
 *
 * @param canPreview whether the client shows edits before it makes them
 */
export function podSecurityLenses(linted: LintedText, uri: string, canPreview: boolean): CodeLens[] {
  return gradedWorkloads(linted).flatMap(({ line, workload }) => {
    const at = { line, character: 0 };
    const range = { start: at, end: at };
    const lift: LiftParams = { uri, line };
    const preview: LiftParams = { ...lift, previews: true };
    return [{ range, data: lift }, ...(canPreview && workload.standing.next ? [{ range, data: preview }] : [])];
  });
}

/**
 * The lens of the workload that starts in a line (counted from 0) with what it says, and the command that lifts the
 * workload to the next level. A lens whose workload is gone says nothing.
 */
export function resolvedLens(lens: CodeLens, linted: LintedText, params: LiftParams): CodeLens {
  const found = gradedWorkloads(linted).find(({ line }) => line === params.line);
  if (!found) return { ...lens, command: { title: '', command: '' } };
  if (params.previews)
    return { ...lens, command: { title: previewOf(found), command: liftCommand, arguments: [params] } };
  // Editors draw icons in place of `$(name)`.
  const title = printable(`Pod Security: ${standingOf(found)}${enforcementOf(found)}`).replaceAll('$(', '$ (');
  const isLiftable = found.workload.standing.next !== undefined;
  return {
    ...lens,
    command: isLiftable ? { title, command: liftCommand, arguments: [params] } : { title, command: '' },
  };
}

function standingOf({ workload }: PlacedWorkload): string {
  const { level, next, isOpen } = workload.standing;
  const lift = workload.lift();
  if (!next || !lift) return isOpen ? `at least ${level}` : level;
  // What a template writes may ask for more.
  const others = isOpen ? ', perhaps more' : '';
  const fixed = lift.mended.length;
  if (fixed === 0) return `${level} · ${lift.left.length} by hand to ${next}: ${placesOf(lift.left)}${others}`;
  return `${level} · Harden to ${next} ${fixedAndLeft(fixed, lift.left)}${others}`;
}

function previewOf({ workload }: PlacedWorkload): string {
  const { next } = workload.standing;
  const lift = workload.lift();
  return lift && lift.edits.length === 0 ? 'Show what is left' : `Preview ${next}`;
}

function enforcementOf({ enforced }: PlacedWorkload): string {
  if (!enforced) return '';
  const { level, version } = enforced.by;
  return ` · namespace ${enforced.namespace} enforces ${level}${version === undefined ? '' : ` as of ${versionName(version)}`}`;
}
