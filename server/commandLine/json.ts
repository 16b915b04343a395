import type { ObjectField } from '../lint/objectField';
import { printableJson } from '../lint/printable';
import { ruleNamed } from '../rules/catalogue';
import type { FixClass, Severity } from '../rules/rule';
import type { FileReport, Place } from './report';

/**
 * The output of `--format json`: the files that have findings, sorted by path. Fields may be added, and none changes
 * its meaning.
 */
export interface JsonFile {
  /** Relative to the current folder, `/` between folders. */
  readonly path: string;
  readonly findings: readonly JsonFinding[];
}

/** A finding, in the order of the text. */
export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Lines and columns from 1, columns in UTF-16 units. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
  /** Null for a fault of the text itself; what an object doesn't say, or a template writes, is null too. */
  readonly object: ObjectField['object'];
  /** The way to the field from its object, see `ObjectField`. */
  readonly field: ObjectField['field'];
  /** The page that explains the rule. */
  readonly link: string;
  /** The best one first. */
  readonly fixes: readonly { readonly title: string; readonly class: FixClass }[];
}

/** The findings of all files as JSON. */
export function jsonOf(reports: readonly FileReport[]): string {
  const files = reports.flatMap(({ name, outcome }): JsonFile[] => {
    if (outcome.state !== 'linted' || outcome.findings.length === 0) return [];
    const findings = outcome.findings.map(({ rule, severity, message, start, end, about, fixes }) => ({
      rule,
      severity,
      message,
      start,
      end,
      object: about.object,
      field: about.field,
      link: ruleNamed(rule)?.links[0].url ?? '',
      fixes: fixes.map((fix) => ({ title: fix.title, class: fix.class })),
    }));
    return [{ path: name, findings }];
  });
  return `${printableJson(JSON.stringify(files, undefined, 2))}\n`;
}
