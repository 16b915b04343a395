import { type Field, isMapping, items, member } from '../../yaml/field/field';
import type { ChartUse, UsedValues } from './chartUse';
import { flagAt, giveUp, itemsAt, mappingAt, neededText, textAt, whollyKnown } from './stated';

/*
 * What a helmfile makes of charts beside it (https://helmfile.readthedocs.io, 1.1): the files and mappings of `values` in
 * their order, and over them `set`. Releases that say something in templates, secrets or by inheritance aren't told of.
 */

const leadsElsewhere = [
  'inherit',
  'secrets',
  'valuesTemplate',
  'setTemplate',
  'condition',
  'dependencies',
  'forceNamespace',
  'namespaceTemplate',
];

/** The charts that a helmfile uses. */
export function usesOfHelmfile(root: Field, start: number): ChartUse[] {
  return items(member(root, 'releases')).flatMap((release) => whollyKnown(() => useOf(release, root, start)) ?? []);
}

function useOf(release: Field, root: Field, start: number): ChartUse {
  if (leadsElsewhere.some((key) => member(release, key).state !== 'absent')) giveUp();
  const installed = member(release, 'installed');
  if (installed.state !== 'absent' && !flagAt(installed)) giveUp();
  const name = neededText(member(release, 'name'));
  const missing = textAt(member(release, 'missingFileHandler')) ?? textAt(member(root, 'missingFileHandler'));
  const mayBeMissing = missing !== undefined && missing !== 'Error';
  return {
    kind: 'use',
    name: `release ${name}`,
    isNamedByFile: true,
    chart: { from: 'file', path: neededText(member(release, 'chart')) },
    release: name,
    namespace: textAt(member(root, 'namespace')) ?? textAt(member(release, 'namespace')),
    values: itemsAt(member(release, 'values')).map((values) => valuesOf(values, mayBeMissing, start)),
    set: itemsAt(member(release, 'set')).map(settingOf),
  };
}

function valuesOf(values: Field, mayBeMissing: boolean, start: number): UsedValues {
  if (isMapping(values)) {
    const text = mappingAt(values, start) ?? giveUp();
    // References to other stores are looked up: `ref+vault://…`.
    return /\bref\+[a-z]/.test(text.text) ? giveUp() : { kind: 'text', text };
  }
  const path = neededText(values);
  if (/\.gotmpl$|[*?[]|:\/\/|::/.test(path)) giveUp();
  return { kind: 'file', path: { from: 'file', path }, mayBeMissing };
}

function settingOf(setting: Field): string {
  const name = escaped(neededText(member(setting, 'name')));
  if (member(setting, 'file').state !== 'absent') giveUp();
  const value = textAt(member(setting, 'value'));
  if (value !== undefined && value !== '') return `${name}=${known(value)}`;
  const listed = itemsAt(member(setting, 'values')).map((item) => known(neededText(item)));
  return listed.length > 0 ? `${name}={${listed.join(',')}}` : giveUp();
}

function known(value: string): string {
  return /^ref\+/.test(value) ? giveUp() : escaped(value);
}

function escaped(text: string): string {
  return text.replace(/[{},]/g, '\\$&');
}
