import type { FindingCounts } from '../../server/protocol/workspace';

/** `2 errors, 1 note`, or `nothing found`. */
export function describeCounts({ error, warning, information, hint }: FindingCounts): string {
  const counts = [
    counted(error, 'error'),
    counted(warning, 'warning'),
    counted(information, 'note'),
    counted(hint, 'hint'),
  ];
  return counts.filter((count) => !count.startsWith('0 ')).join(', ') || 'nothing found';
}

/** The counts as the status bar shows them, with VS Code's icons; a check mark for none. */
export function countsWithIcons({ error, warning, information, hint }: FindingCounts): string {
  const counts = [
    { icon: '$(error)', count: error },
    { icon: '$(warning)', count: warning },
    { icon: '$(info)', count: information + hint },
  ];
  const shown = counts.filter(({ count }) => count > 0).map(({ icon, count }) => `${icon} ${count}`);
  return shown.join(' ') || '$(check)';
}

/** `1 file`, `2,157 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
