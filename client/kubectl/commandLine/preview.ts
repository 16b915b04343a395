import type { KubectlHelper } from '../catalogue/helper';
import { shownStep, type Values } from './arguments';

/** The first command line of a helper with what is known so far in it, without context and namespace. */
export function previewOf(helper: KubectlHelper, values: Values): string {
  const [step] = helper.steps;
  if (!step) return '';
  const known = new Map<string, string | undefined>(Object.entries(values));
  return shownStep({ ...helper, scope: 'kubeconfig' }, step).replaceAll(
    /<(\w+)>/g,
    (whole, name: string) => known.get(name) ?? whole,
  );
}
