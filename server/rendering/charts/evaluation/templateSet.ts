import { isEmpty } from '../language/parser';
import type { Template } from '../language/tree';
import type { Recorder } from './recording';

/** The templates that can be called by name; those of `tpl` see the chart's, not the other way round. */
export interface TemplateSet {
  readonly own: Map<string, Template>;
  readonly outer: TemplateSet | undefined;
  /** Hears which templates are asked for. */
  readonly recorder?: Recorder | undefined;
}

/** The template of a name. */
export function templateNamed(set: TemplateSet, name: string): Template | undefined {
  for (let at: TemplateSet | undefined = set; at; at = at.outer) {
    const found = at.own.get(name);
    at.recorder?.recording?.templates.set(name, found);
    if (found) return found;
  }
  return undefined;
}

/** Adds a template; one that is blank replaces no other. */
export function addTemplate(set: TemplateSet, template: Template): void {
  const { name, nodes } = template.parsed;
  if (isEmpty(nodes) && templateNamed(set, name)) return;
  set.own.set(name, template);
}
