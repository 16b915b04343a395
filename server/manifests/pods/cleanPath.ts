/** `/var/run` is `/run` on every current node, and is taken for it. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`.replace(/^\/var\/run(?=\/|$)/, '/run');
}
