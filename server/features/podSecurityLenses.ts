import type { CodeLens } from 'vscode-languageserver-types';
import type { LintedText } from '../lint/lint';
import { printable } from '../lint/printable';
import { versionName } from '../manifests/kubernetesVersion';
import { type LiftParams, liftCommand } from '../protocol';
import { gradedWorkloads, type PlacedWorkload } from './podSecurityWorkloads';

/** A lens for each workload whose Pod Security level can be told; what it says is worked out when it comes into view. */
export function podSecurityLenses(linted: LintedText, uri: string): CodeLens[] {
  return gradedWorkloads(linted).map(({ line }) => {
    const at = { line, character: 0 };
    const data: LiftParams = { uri, line };
    return { range: { start: at, end: at }, data };
  });
}

/**
 * The lens of the workload that starts in a line (counted from 0) with what it says, and the command that lifts the
 * workload to the next level. A lens whose workload is gone says nothing.
 */
export function resolvedLens(lens: CodeLens, linted: LintedText, params: LiftParams): CodeLens {
  const found = gradedWorkloads(linted).find(({ line }) => line === params.line);
  if (!found) return { ...lens, command: { title: '', command: '' } };
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
  const count = lift.mended.length + lift.left.length;
  const changes = `${isOpen ? 'at least ' : ''}${count} ${count === 1 ? 'change' : 'changes'} to ${next}`;
  return `${level} · ${changes}${handworkOf(lift.left.length, count)}`;
}

function handworkOf(left: number, count: number): string {
  if (left === 0) return '';
  if (left < count) return `, ${left} by hand`;
  return count > 1 ? ', all by hand' : ', by hand';
}

function enforcementOf({ enforced }: PlacedWorkload): string {
  if (!enforced) return '';
  const { level, version } = enforced.by;
  return ` · namespace ${enforced.namespace} enforces ${level}${version === undefined ? '' : ` as of ${versionName(version)}`}`;
}
