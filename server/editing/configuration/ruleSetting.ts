import type { RuleSetting } from '../../configuration/configuration';
import { fileOffset, inFile } from '../../yaml/parsing/offsets';
import { splitDocuments } from '../../yaml/read/documents';
import { parseTree } from '../../yaml/read/tree';
import { set } from '../../yaml/write/edits';
import { renderEdits } from '../../yaml/write/renderEdits';
import type { FileEdit } from '../../yaml/write/rendering';
import { layoutStyle } from '../../yaml/write/style';

/**
 * The edits that set a rule in the text of a configuration, everything else left as it is; undefined for a text that is
 * too broken to be changed safely.
 */
export function ruleSettingEdits(text: string, rule: string, setting: RuleSetting): FileEdit[] | undefined {
  for (const { text: source, start } of splitDocuments(text)) {
    const parsed = parseTree({ variants: [source], ways: [], gaps: [] }, 0, source);
    if (parsed.outcome === 'refused' || parsed.tree.faults.length > 0) return undefined;
    if (!parsed.tree.root) continue;
    const edits = renderEdits(parsed.tree, [set(['rules', rule], setting)]);
    return edits?.map((edit) => ({ ...inFile(edit, start), newText: plainOff(edit.newText) }));
  }
  const { lineEnd } = layoutStyle(text, undefined);
  const lead = text === '' || /\n$/.test(text) ? '' : lineEnd;
  const newText = `${lead}rules:${lineEnd}  ${rule}: ${setting}${lineEnd}`;
  const end = fileOffset(text.length);
  return [{ start: end, end, newText }];
}

/** Kubernetes reads `off` as a truth value, a configuration reads it as it is written. */
function plainOff(newText: string): string {
  return newText.replace(/(^|: )"off"/g, '$1off');
}
