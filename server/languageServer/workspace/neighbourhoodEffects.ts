import type { NeighbourhoodNews } from './neighbourhoods';
import type { ScanEffect } from './scanEffects';
import type { ScanState } from './scanState';

/** What is to be done about news of neighbourhoods. */
export function effectsOf(scan: ScanState, news: readonly NeighbourhoodNews[]): ScanEffect[] {
  return news.map((one) => effectOf(scan, one));
}

function effectOf({ openChanged }: ScanState, news: NeighbourhoodNews): ScanEffect {
  switch (news.kind) {
    case 'wanted':
      return { kind: 'delay', delayed: 'read more' };
    case 'concerned':
      return { kind: 'refresh open files' };
    case 'known':
      return { kind: 'wake' };
    case 'open':
      openChanged.set(news.uri, { folder: news.folder, facts: news.facts });
      return { kind: 'delay', delayed: 'tell open files' };
  }
}
