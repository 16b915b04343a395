import type { Template } from '../language/tree';
import type { Text, Value } from '../values/value';
import type { TemplateSet } from './templateSet';

/** A template whose text is wanted. */
export interface Wanted {
  readonly set: TemplateSet;
  readonly template: Template;
  readonly dot: Value;
  /** How many `template` calls lie outside of it. */
  readonly calls: number;
}

/** How a list of nodes ended before its end. */
export type Jump = 'break' | 'continue' | undefined;

/** What is being executed; it waits where it needs the text of another template. */
export type Steps<Result = Jump> = Generator<Wanted, Result, Text>;
