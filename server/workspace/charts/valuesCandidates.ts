/** The files in a chart's folder that look as if somebody rendered the chart with them, from there with `/`. */
export function valuesCandidates(paths: readonly string[]): string[] {
  return paths.filter((path) => /^(?:ci\/[^/]+-values|values[-.][^/]+)\.ya?ml$/.test(path)).sort();
}
