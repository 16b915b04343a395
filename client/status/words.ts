import type { Decision, Standing } from '../../server/protocol/documents';
import type { FindingCounts, WorkspaceState } from '../../server/protocol/workspace';
import { counted, countsWithIcons, describeCounts } from './counts';

/** What the status bar shows of a file: the level of the workload at the cursor, and the counts. */
export function barOf(standing: Standing | undefined, counts: FindingCounts): { text: string; isQuiet: boolean } {
  if (holdsNothing(standing, counts)) return { text: 'no manifest', isQuiet: true };
  const level = standing?.workload?.level;
  return { text: [...(level === undefined ? [] : [level]), countsWithIcons(counts)].join(' '), isQuiet: false };
}

/** What a tooltip says of a file. */
export function describeFile(standing: Standing | undefined, counts: FindingCounts): string[] {
  if (holdsNothing(standing, counts)) return ['This file: nothing to judge, since no Kubernetes object is in it'];
  const { workload } = standing ?? {};
  return [
    `This file: ${describeCounts(counts)}`,
    ...(workload ? [`${workload.name}: Pod Security level ${workload.level}`] : []),
  ];
}

/** What is not valid YAML is told of all the same. */
function holdsNothing(standing: Standing | undefined, { error, warning, information, hint }: FindingCounts): boolean {
  return standing?.holdsObjects === false && error + warning + information + hint === 0;
}

/** `profile recommended, Kubernetes 1.37`. */
export function describeDecision({ profile, kubernetesVersion }: Decision): string {
  return `profile ${profile}, Kubernetes ${kubernetesVersion}`;
}

/** What a scan of the workspace has found so far; undefined where there is none. */
export function describeWorkspace(workspace: WorkspaceState | undefined): string | undefined {
  if (!workspace || workspace.state === 'off') return undefined;
  const { state, findings, filesWithFindings, done, total } = workspace;
  const found = `${describeCounts(findings)}${filesWithFindings > 0 ? ` in ${counted(filesWithFindings, 'file')}` : ''}`;
  if (state === 'scanning') return `${found} so far, ${done.toLocaleString('en')} of ${counted(total, 'file')} read`;
  return state === 'stopped' ? `${found}; the scan was stopped` : found;
}
