import { type CompletionItem, MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { ClientSkills } from './clientSkills';

/** An item in the words of a client that shows no labels beside labels, or no Markdown. */
export function asTaken(item: CompletionItem, skills: ClientSkills): CompletionItem {
  const { labelDetails, documentation, ...rest } = item;
  const shown: CompletionItem = rest;
  if (labelDetails && skills.showsLabelDetails) shown.labelDetails = labelDetails;
  else if (labelDetails?.description !== undefined) shown.detail ??= labelDetails.description;
  if (MarkupContent.is(documentation) && !skills.showsMarkdown) {
    shown.documentation = { kind: MarkupKind.PlainText, value: plainText(documentation.value) };
  } else if (documentation !== undefined) {
    shown.documentation = documentation;
  }
  return shown;
}

function plainText(markdown: string): string {
  return markdown
    .replace(/```\w*\n?/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '');
}
