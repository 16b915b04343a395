import { type Field, members, rangeOf, stringOf } from '../../yaml/field/field';
import type { OffsetRange } from '../../yaml/parsing/lines';
import type { HonouredTool } from '../honouredTools';
import { foreignRules } from './foreignRules';

/** What another linter's annotation silences of ours, and where it stands. */
export interface ForeignAnnotation extends OffsetRange {
  readonly rules: readonly string[];
}

/** What the annotations of an object silence in the words of other linters. */
export function foreignAnnotations(annotations: Field, honoured: readonly HonouredTool[]): ForeignAnnotation[] {
  return members(annotations).flatMap(({ name, value }) => {
    const rules = honoured.flatMap((tool) => silencedBy[tool](name, stringOf(value) ?? '') ?? []);
    return rules.length === 0 ? [] : [{ rules: [...new Set(rules)], ...rangeOf(value) }];
  });
}

/** The rules of ours that a comment silences in the words of another linter: Trivy's alone has such comments. */
export function foreignComment(comment: string, honoured: readonly HonouredTool[]): string[] {
  if (!honoured.includes('trivy')) return [];
  return [...comment.matchAll(/trivy:ignore:(\S+)/g)].flatMap(({ 1: ids = '' }) =>
    ids.split(',').flatMap((id) => ours('trivy', trivyId(id))),
  );
}

/** What an annotation silences, by the linter whose word it is. */
const silencedBy: Readonly<Record<HonouredTool, (name: string, value: string) => string[] | undefined>> = {
  'kube-linter': (name) => {
    if (name === 'kube-linter.io/ignore-all') return all('kube-linter');
    return /^ignore-check\.kube-linter\.io\/(.+)$/
      .exec(name)
      ?.slice(1)
      .flatMap((id) => ours('kube-linter', id));
  },
  checkov: (name, value) =>
    /^(?:checkov\.io|bridgecrew\.io|cortex\.io)\/skip/.test(name)
      ? ours('checkov', value.split('=', 1)[0]?.trim() ?? '')
      : undefined,
  'kube-score': (name, value) =>
    name === 'kube-score/ignore' ? value.split(',').flatMap((id) => ours('kube-score', id.trim())) : undefined,
  polaris: (name, value) => {
    if (value !== 'true') return undefined;
    if (name === 'polaris.fairwinds.com/exempt') return all('polaris');
    return /^polaris\.fairwinds\.com\/(.+)-exempt$/
      .exec(name)
      ?.slice(1)
      .flatMap((id) => ours('polaris', id));
  },
  trivy: () => undefined,
};

function ours(tool: HonouredTool, id: string): string[] {
  return [...(foreignRules[tool].get(id) ?? [])];
}

function all(tool: HonouredTool): string[] {
  return [...foreignRules[tool].values()].flat();
}

/** `KSV001`, `KSV-0001` and `AVD-KSV-0001` are one and the same. */
function trivyId(id: string): string {
  const number = /^(?:AVD-)?KSV-?(\d+)$/i.exec(id)?.[1];
  return number === undefined ? id : `KSV-${number.padStart(4, '0')}`;
}
