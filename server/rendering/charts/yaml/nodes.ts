import type { Run } from './runs';
import type { ScalarStyle } from './scanState';

/** A scalar of YAML. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly tag: string;
  /** True for a plain one, whose type its text says. */
  readonly isPlain: boolean;
  readonly style: ScalarStyle;
  readonly copy: number;
  readonly runs?: readonly Run[] | undefined;
}
/** A list of YAML. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly start: number;
  readonly end: number;
  readonly items: Node[];
}
/** A mapping of YAML. */
export interface MappingNode {
  readonly kind: 'mapping';
  readonly start: number;
  readonly end: number;
  readonly pairs: [key: Node, value: Node][];
}
/** A reference to an anchor. */
export interface AliasNode {
  readonly kind: 'alias';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly of: Node;
}
/** What a document consists of. */
export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;
