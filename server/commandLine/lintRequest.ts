import type { HardenLevel } from '../fixes/hardening';
import type { MinorVersion } from '../manifests/versions/kubernetesVersion';
import { type Profile, type Severity, severities } from '../rules/rule';

/** The forms in which findings can be written. */
export const formats = ['pretty', 'sarif', 'github', 'json'] as const;
/** A form in which findings can be written. */
export type Format = (typeof formats)[number];

/** The least severity that makes a run fail. */
export const failLevels = [...severities, 'never'] as const;
/** The least severity that makes a run fail, if any does. */
export type FailLevel = (typeof failLevels)[number];

/** What `seaworthy lint` is asked to do. */
export interface LintRequest {
  /** As given; `-` is standard input. Never empty. */
  readonly paths: readonly string[];
  readonly standardInputName: string | undefined;
  readonly format: Format;
  readonly profile: Profile | undefined;
  readonly kubernetesVersion: MinorVersion | undefined;
  /** What becomes of fixes: nothing, written into the files, or shown as a diff. */
  readonly fixes: 'left' | 'written' | 'shown';
  /** Up to which profile harden fixes are applied beside the safe ones. */
  readonly harden: HardenLevel | undefined;
  readonly failOn: FailLevel;
  /** Whether each file is judged by itself. */
  readonly isAlone: boolean;
  /** The baseline to honour, or to write; as given. */
  readonly baseline: string | undefined;
  readonly writesBaseline: boolean;
  /** Undefined where charts are read and not rendered. */
  readonly charts: ChartRequest | undefined;
}

/** How charts are rendered to be linted. */
export interface ChartRequest {
  /** The first option that is about one chart alone; undefined where none was given. */
  readonly givenBy: string | undefined;
  /** Paths of values files, in their order. */
  readonly values: readonly string[];
  readonly set: readonly string[];
  readonly release: string | undefined;
  readonly namespace: string | undefined;
  readonly apiVersions: readonly string[];
}

/** True for a severity that makes a run fail. */
export function isFailure(severity: Severity, failOn: FailLevel): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}
