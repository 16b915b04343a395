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
