/** The folder whose chart a file would belong to; undefined for a file that none would hold, by its name. */
export function chartFolderOf(path: string): string | undefined {
  const template = /^(.*)\/templates\/.+\.(?:ya?ml|tpl|txt|json)$/.exec(path);
  const other = /^(.*?)(?:\/ci)?\/(?:Chart\.yaml|[^/]*values[^/]*\.ya?ml)$/.exec(path);
  return (template ?? other)?.[1];
}
