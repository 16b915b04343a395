/** The text of a notification, in which editors make a link of `[text](address)`, whoever has chosen the names in it. */
export function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}
