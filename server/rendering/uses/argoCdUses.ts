import { descend, type Field, items, member, stringOf } from '../../yaml/field/field';
import { placedText } from '../../yaml/field/placedText';
import type { ChartUse, UsedPath, UsedValues } from './chartUse';
import { flagAt, giveUp, isFilledIn, itemsAt, mappingAt, neededText, settable, textAt, whollyKnown } from './stated';

/*
 * What an Application makes of a chart in a Git repository (https://argo-cd.readthedocs.io, "Helm" and "Multiple Sources",
 * 3.4): the files of `valueFiles`, over them `valuesObject`, else `values`, over these `parameters`, then
 * `fileParameters`.
 */

/** The charts that an Application uses. */
export function usesOfApplication(root: Field, start: number): ChartUse[] {
  const name = stringOf(descend(root, 'metadata', 'name'));
  if (name === undefined || isFilledIn(name)) return [];
  return usesIn(member(root, 'spec'), { name, title: `Application ${name}`, isTemplate: false, start });
}

/** The charts that the Applications of an ApplicationSet use, as far as its template leaves nothing open. */
export function usesOfApplicationSet(root: Field, start: number): ChartUse[] {
  const template = descend(root, 'spec', 'template');
  if (descend(root, 'spec', 'templatePatch').state !== 'absent') return [];
  const name = stringOf(descend(template, 'metadata', 'name'));
  const set = stringOf(descend(root, 'metadata', 'name'));
  if (name === undefined || set === undefined) return [];
  return usesIn(member(template, 'spec'), { name, title: `ApplicationSet ${set}`, isTemplate: true, start });
}

interface Application {
  readonly name: string;
  readonly title: string;
  /** True where what stands in double braces is filled in first. */
  readonly isTemplate: boolean;
  readonly start: number;
}

function usesIn(spec: Field, application: Application): ChartUse[] {
  const several = items(member(spec, 'sources'));
  const sources = several.length > 0 ? several : [member(spec, 'source')];
  return sources.flatMap((source) => whollyKnown(() => useOf(source, { spec, sources, application })) ?? []);
}

interface Surroundings {
  readonly spec: Field;
  readonly sources: readonly Field[];
  readonly application: Application;
}

function useOf(source: Field, { spec, sources, application }: Surroundings): ChartUse {
  const helm = member(source, 'helm');
  if (['chart', 'kustomize', 'directory', 'plugin'].some((key) => member(source, key).state !== 'absent')) giveUp();
  const url = neededText(member(source, 'repoURL'));
  const path = neededText(member(source, 'path'));
  const namespace = textAt(member(helm, 'namespace')) ?? textAt(descend(spec, 'destination', 'namespace'));
  const variables: Variables = { application, namespace, project: () => textAt(member(spec, 'project')) ?? 'default' };
  const release = textAt(member(helm, 'releaseName')) ?? application.name;
  if (isFilledIn(release)) giveUp();
  const files = pathsIn({ sources, url, variables });
  const parameters = itemsAt(member(helm, 'parameters')).map((parameter) => parameterOf(parameter, variables));
  return {
    kind: 'use',
    name: application.title,
    chart: { from: 'repository', path, url },
    release,
    namespace,
    values: [
      ...itemsAt(member(helm, 'valueFiles')).map((file) => fileOf(file, helm, files)),
      ...valuesTexts(helm, application),
      ...parameters.filter((parameter) => typeof parameter !== 'string'),
      ...itemsAt(member(helm, 'fileParameters')).map(
        (parameter): UsedValues => ({
          kind: 'single',
          keys: keysOf(neededText(member(parameter, 'name'))),
          value: files(neededText(member(parameter, 'path'))),
        }),
      ),
    ],
    set: parameters.filter((parameter) => typeof parameter === 'string'),
  };
}

function fileOf(file: Field, helm: Field, files: (written: string) => UsedPath): UsedValues {
  const mayBeMissing = flagAt(member(helm, 'ignoreMissingValueFiles'));
  const written = neededPath(file);
  // Patterns are for later.
  if (/[*?[]/.test(written)) giveUp();
  return { kind: 'file', path: files(written), mayBeMissing };
}

/** A path may hold variables in braces, which are known here. */
function neededPath(field: Field): string {
  const written = stringOf(field);
  return written === undefined || written.includes('{{') ? giveUp() : written;
}

/** `values` counts only where there is no `valuesObject`. */
function valuesTexts(helm: Field, { start, isTemplate }: Application): UsedValues[] {
  const object = mappingAt(member(helm, 'valuesObject'), start);
  const values = member(helm, 'values');
  const text = object ?? (values.state === 'absent' ? undefined : (placedText(values, start) ?? giveUp()));
  if (text === undefined || text.text.trim() === '') return [];
  if (isTemplate && text.text.includes('{{')) giveUp();
  return [{ kind: 'text', text }];
}

/** What `--set` would say; a text by itself where it is to stay a text. */
function parameterOf(parameter: Field, variables: Variables): string | UsedValues {
  const name = neededText(member(parameter, 'name'));
  const field = member(parameter, 'value');
  const written = field.state === 'absent' ? '' : (stringOf(field) ?? neededText(field));
  if (written.includes('{{')) giveUp();
  const value = withVariables(written, variables);
  const staysText = flagAt(member(parameter, 'forceString'));
  const isTyped = /^(?:true|false|null|[+-]?\d+)$/i.test(value) || value.startsWith('{');
  if (!staysText || !isTyped) return `${name}=${settable(value)}`;
  const text = { text: value, pieces: placedText(field, variables.application.start)?.pieces ?? [] };
  return { kind: 'single', keys: keysOf(name), value: text };
}

/** The keys of a dotted name; items of lists can't be set one by one in a values file. */
function keysOf(name: string): string[] {
  if (/\[/.test(name)) giveUp();
  return name.split(/(?<!\\)\./).map((key) => key.replace(/\\(.)/g, '$1'));
}

interface Paths {
  readonly sources: readonly Field[];
  /** The repository of the chart. */
  readonly url: string;
  readonly variables: Variables;
}

/** Reads paths of values files: from the chart, from the root of its repository, or from that of another source. */
function pathsIn({ sources, url, variables }: Paths): (written: string) => UsedPath {
  return (written) => {
    const [, ref, below = ''] = /^\$([\w.-]+)\/(.*)$/s.exec(written) ?? [];
    const source = ref === undefined ? undefined : sources.find((one) => stringOf(member(one, 'ref')) === ref);
    if (source) {
      return { from: 'repository', path: withVariables(below, variables), url: neededText(member(source, 'repoURL')) };
    }
    const path = withVariables(written, variables);
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) giveUp();
    return path.startsWith('/') ? { from: 'repository', path: path.slice(1), url } : { from: 'chart', path };
  };
}

interface Variables {
  readonly application: Application;
  readonly namespace: string | undefined;
  readonly project: () => string;
}

/** Fills in the build environment, as far as the Application tells of it; other variables are empty there. */
function withVariables(text: string, { application, namespace, project }: Variables): string {
  return text.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, plain: string | undefined, braced: string | undefined) => {
    const name = plain ?? braced;
    if (name === undefined) return whole.slice(1);
    if (name === 'ARGOCD_APP_NAME') return application.name;
    if (name === 'ARGOCD_APP_NAMESPACE') return namespace ?? '';
    if (name === 'ARGOCD_APP_PROJECT_NAME') return project();
    return /^(?:ARGOCD_|KUBE_)/.test(name) ? giveUp() : '';
  });
}
