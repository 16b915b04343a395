import type { Kustomization } from '../../documents/kustomization/read/kustomization';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import type { IndexedObject } from './indexedFile';

/** What a kustomization generates, with the places of the names in its text. */
export function generatedObjects({ generated }: Kustomization, text: string): IndexedObject[] {
  const starts = lineStarts(text);
  return generated.map((facts) => ({
    facts,
    start: positionAt(starts, facts.range.start),
    end: positionAt(starts, facts.range.end),
  }));
}
