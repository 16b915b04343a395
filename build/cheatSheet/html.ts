/** Text as it stands in HTML, in an attribute as well. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What a reader sees of HTML, without its markup. */
export function visibleText(html: string): string {
  return html
    .replace(/<svg[\s\S]*?<\/svg>|<button[\s\S]*?<\/button>/g, ' ')
    .replaceAll('<wbr>', '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
