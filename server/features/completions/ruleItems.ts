import {
  type CompletionItem,
  CompletionItemKind,
  type MarkupContent,
  MarkupKind,
  type Range,
} from 'vscode-languageserver-types';
import { ruleNamed, rules } from '../../rules/catalogue';
import { textAt } from '../../unknownJson';
import { rulePage } from '../explanations/rulePage';

/** Which rules are offered, and how. */
export interface RuleChoice {
  /** What is replaced by the chosen id. */
  readonly range: Range;
  /** The rules that come first, for example those that are broken there. */
  readonly first?: ReadonlySet<string> | undefined;
  /** The rules that stand there already. */
  readonly without?: ReadonlySet<string>;
  /** What is written for an id; the id itself if left out. */
  readonly textOf?: (id: string) => string;
}

/** What tells in a completion item which rule it is. */
interface RuleItemData {
  readonly rule: string;
}

/** The ids of rules with their titles; what else is shown of one comes with `resolveRuleItem`. */
export function ruleItems({ range, first, without, textOf = (id) => id }: RuleChoice): CompletionItem[] {
  return rules
    .filter(({ id }) => !without?.has(id))
    .map(({ id, title }): CompletionItem => {
      const data: RuleItemData = { rule: id };
      return {
        label: id,
        // Beside each id a title would leave room for neither.
        detail: title,
        kind: CompletionItemKind.Value,
        sortText: `${first?.has(id) ? '0' : '1'}${id}`,
        filterText: id,
        textEdit: { range, newText: textOf(id) },
        data,
      };
    });
}

/** An item of a rule with what is shown once it is looked at; undefined for an item that is no rule's. */
export function resolveRuleItem(item: CompletionItem, rulePages: string | undefined): CompletionItem | undefined {
  const { data }: { data?: unknown } = item;
  const rule = isRuleItemData(data) ? ruleNamed(data.rule) : undefined;
  if (!rule) return undefined;
  const value = `${rule.why.trim()}\n\n[${rule.id}](${rulePage(rule, rulePages)}) · ${rule.profile} · ${rule.severity}`;
  const documentation: MarkupContent = { kind: MarkupKind.Markdown, value };
  return { ...item, documentation };
}

function isRuleItemData(data: unknown): data is RuleItemData {
  return textAt(data, 'rule') !== undefined;
}
