import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

const titles: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  TIP: 'Tip',
  WARNING: 'Warning',
};

/** Renders quotations that begin with `[!NOTE]`, `[!TIP]` or `[!WARNING]` as notes, as GitHub does. */
export function alerts(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'alerts', ({ tokens }) => {
    const openQuotes: Token[] = [];
    tokens.forEach((token, index) => {
      if (token.type === 'blockquote_open') openQuotes.push(token);
      if (token.type === 'blockquote_close') {
        const open = openQuotes.pop();
        if (open) token.tag = open.tag;
      }
      const quote = openQuotes.at(-1);
      if (token.type === 'inline' && quote && tokens[index - 2] === quote) turnIntoAlert(quote, token);
    });
  });
}

function turnIntoAlert(quote: Token, inline: Token): void {
  const [marker, lineBreak] = inline.children ?? [];
  const name = /^\[!(NOTE|TIP|WARNING)\]$/.exec(marker?.content ?? '')?.[1];
  const title = name && titles[name];
  if (!name || !title || !marker || !inline.children) return;
  quote.tag = 'div';
  quote.attrSet('role', 'note');
  quote.attrSet('class', `alert ${name.toLowerCase()}`);
  quote.attrSet('aria-label', title);
  marker.content = `${title}: `;
  if (lineBreak?.type === 'softbreak') inline.children.splice(1, 1);
}
