import { nearestWord } from '../../nearestWord';
import { ruleNamed, rules } from '../../rules/catalogue';
import type { Fix, Neighbours, Rule } from '../../rules/rule';
import { unknownRule } from '../../rules/silences/unknownRule';
import { unusedIgnore } from '../../rules/silences/unusedIgnore';
import { lineStarts, type OffsetRange, positionAt } from '../../yaml/parsing/lines';
import { parseTree } from '../../yaml/read/tree';
import { maskedText } from '../../yaml/templates/templates';
import type { DocumentReading } from '../documentReading';
import type { Finding } from '../finding';
import type { LintOptions } from '../lintOptions';
import type { Silence, SilencedRule } from '../silence';
import { words } from './readSilences';
import { addReason, removeRules, renameRule } from './silenceFixes';

/** What is wrong with a silence, and how to mend it. */
interface Complaint {
  readonly rule: Rule;
  readonly range: OffsetRange;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/**
 * What there is to say about the silences of a document.
 *
 * @param used the rules that each silence has kept quiet
 */
export function judgedSilences(
  { text, silences, subjects }: DocumentReading,
  used: ReadonlyMap<Silence, ReadonlySet<string>>,
  reach: Neighbours['reach'],
  options: LintOptions,
): Finding[] {
  const complaints = silences.flatMap((silence) =>
    silence.written.as === 'foreign' ? [] : complaintsAbout(silence, text, { used: used.get(silence), reach, options }),
  );
  if (complaints.length === 0) return [];
  const starts = lineStarts(text);
  const parsed = subjects.length === 0 ? parseTree(maskedText(text), 0, text) : undefined;
  const tree = subjects[0]?.root?.tree ?? (parsed?.outcome === 'parsed' ? parsed.tree : undefined);
  return complaints.flatMap(({ rule, range, message, fixes }): Finding[] => {
    const enabled = options.rules.find((candidate) => candidate.rule === rule);
    if (!enabled) return [];
    const [start, end] = [positionAt(starts, range.start), positionAt(starts, range.end)];
    return [{ rule, severity: enabled.severity, message, range, start, end, fixes, tree, related: [] }];
  });
}

/** What a silence was good for. */
interface Use {
  /** The rules that the silence has kept quiet. */
  readonly used: ReadonlySet<string> | undefined;
  readonly reach: Neighbours['reach'];
  readonly options: LintOptions;
}

function complaintsAbout(silence: Silence, text: string, { used, reach, options }: Use): Complaint[] {
  const { written, reason, start, end } = silence;
  if (written.as === 'comment' && !words.has(written.word)) return [unknownWord(silence, written.word, text)];
  if (silence.rules.length === 0) {
    const message = 'This silence names no rule, so it keeps nothing quiet';
    return [{ rule: unusedIgnore, range: { start, end }, message, fixes: [removeRules(silence, text, new Set())] }];
  }
  if (reason === undefined && options.requiresReasons) {
    const message = 'This silence has no reason, and the configuration asks for one, so it keeps nothing quiet';
    return [{ rule: unusedIgnore, range: { start, end }, message, fixes: [addReason(silence, text)] }];
  }
  const unused = new Set(silence.rules.filter(({ id }) => !used?.has(id) && isChecked(id, reach, options)));
  const removal = unused.size > 0 ? [removeRules(silence, text, unused)] : [];
  const isShort = silence.rules.length <= mostRenamed;
  return silence.rules.flatMap((named): Complaint[] => {
    if (!ruleNamed(named.id)) return [unknown(silence, named, isShort)];
    if (!unused.has(named)) return [];
    const message = `There is nothing of ${named.id} to keep quiet ${placeOf(silence)}`;
    return [{ rule: unusedIgnore, range: named, message, fixes: removal }];
  });
}

function unknownWord({ start, end }: Silence, word: string, text: string): Complaint {
  const nearest = nearestWord(word, [...words]) ?? 'seaworthy-ignore';
  const message = `A silence can't begin with "${word}", so it keeps nothing quiet`;
  const at = text.indexOf(word, start);
  const range = { start: at, end: Math.min(end, at + word.length) };
  return { rule: unknownRule, range, message, fixes: [renameRule(undefined, range, word, nearest)] };
}

/** Silences of more rules are written by programs: what one of their names should have been is not worked out. */
const mostRenamed = 100;

const ruleIds = rules.map(({ id }) => id);

function unknown(silence: Silence, { id, ...range }: SilencedRule, isShort: boolean): Complaint {
  const nearest = isShort ? nearestWord(id, ruleIds) : undefined;
  const message = `There is no rule "${id}"${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
  const fixes = nearest === undefined ? [] : [renameRule(silence, range, id, nearest)];
  return { rule: unknownRule, range, message, fixes };
}

/** Rules that ask about objects elsewhere may have more to say once those are in reach. */
function isChecked(id: string, reach: Neighbours['reach'], { rules: enabled }: LintOptions): boolean {
  const found = enabled.find(({ rule }) => rule.id === id)?.rule;
  return found !== undefined && (reach === 'workspace' || !('among' in found));
}

function placeOf({ written, isForFile }: Silence): string {
  if (isForFile) return 'in this file';
  if (written.as === 'field') return 'in this object';
  const isBelow = written.as === 'comment' && written.word === 'seaworthy-ignore-next-line';
  return isBelow ? 'on the next line' : 'on this line';
}
