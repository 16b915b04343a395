/** The linters whose silences can be made to count here. */
export const honouredTools = ['kube-linter', 'checkov', 'kube-score', 'polaris', 'trivy'] as const;

/** A linter whose silences can be made to count here. */
export type HonouredTool = (typeof honouredTools)[number];
