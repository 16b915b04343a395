import type { Fix } from '../../../rules/rule';
import { filledIn, isBlank } from '../../../yaml/parsing/blank';
import type { PlainValue } from '../../../yaml/write/edits';
import { isTemplatePath } from '../../charts/chart/chartPaths';
import { trace } from '../../charts/origins/trace';
import type { PlacedFinding } from '../judgeChart';
import type { Way } from './ways';

/**
 * True for a way that would write into a file what the rendered object has from elsewhere, such as the name of its release:
 * it would be another one with the next release, or with other values.
 */
export function copiesWhatIsFilledIn(
  { document, documentStart, rendered }: PlacedFinding,
  fix: Fix,
  way: Way,
): boolean {
  const isInTemplate = way.some(({ file }) => isTemplatePath(file.path));
  const texts = fix.edits.flatMap((edit) => (edit.kind === 'set' ? textsIn(edit.value) : []));
  return texts.some((text) => {
    const first = document.text.indexOf(text);
    for (let at = first; at >= 0; at = document.text.indexOf(text, at + text.length)) {
      const { spots, given, isUnknown } = trace(rendered.text.source, documentStart + at);
      if (given.length > 0 || isUnknown) return true;
      if (isInTemplate && spots.some(({ spot }) => spot.path !== undefined)) return true;
    }
    return false;
  });
}

/** The strings of a value that may be copies: words that only Kubernetes has are none. */
function textsIn(value: PlainValue): string[] {
  if (isBlank(value)) return textsIn(filledIn(value));
  if (typeof value === 'string') return /^(?:[A-Z][A-Za-z_]*|[\d./:]*|true|false)$/.test(value) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
