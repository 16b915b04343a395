import { madeOf, type Source, sliceOf } from '../origins/source';

/** Nothing. Go tells a nil that lies in a map or list (`isHeld`) from a value that isn't there. */
export interface Nil {
  readonly kind: 'nil';
  readonly isHeld: boolean;
  readonly source: Source | undefined;
}
/** True or false. */
export interface Bool {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly source: Source | undefined;
}
/** The integer types that templates meet. */
export type IntType = 'int' | 'int64' | 'uint8' | 'int32' | 'time.Duration' | 'time.Month' | 'time.Weekday' | 'uint64';
/** A whole number. */
export interface Int {
  readonly kind: 'int';
  readonly type: IntType;
  readonly value: bigint;
  readonly source: Source | undefined;
}
/** A float64. */
export interface Float {
  readonly kind: 'float';
  readonly value: number;
  readonly source: Source | undefined;
}
/** A string. A byte that is part of no UTF-8 character is kept as U+DC80 … U+DCFF (see go/bytes.ts). */
export interface Text {
  readonly kind: 'string';
  readonly text: string;
  readonly source: Source | undefined;
}
/** A slice. It is never written into once others can see it. */
export interface List {
  readonly kind: 'list';
  /** As Go names it: `[]interface {}`, `[]string`. */
  readonly type: string;
  readonly items: readonly Value[];
  /** A nil slice or map looks empty, but is null in JSON and YAML. */
  readonly isNull?: boolean;
  readonly source: Source | undefined;
}
/** A map, shared by all who hold it: templates write into it. */
export interface Table {
  readonly kind: 'map';
  /** As Go names it: `map[string]interface {}`, `common.Values`. */
  readonly type: string;
  readonly entries: Map<string, Value>;
  /** Where its keys are written, as far as that is known. */
  readonly keys: Map<string, Source>;
  readonly isNull?: boolean;
  readonly source: Source | undefined;
}
/** A struct or another value of Go's that has fields and methods. */
export interface Struct {
  readonly kind: 'struct';
  readonly type: string;
  readonly isPointer: boolean;
  readonly fields: ReadonlyMap<string, Value>;
  readonly methods: ReadonlyMap<string, Method>;
  /** What its String method says, if it has one, or how it is printed otherwise if not by its fields. */
  readonly asText: (() => string) | undefined;
  /** What an action prints that finds it where it lies: a String method of pointers to it. */
  readonly asPrinted: (() => string) | undefined;
  /** What JSON and YAML write for it, if that isn't its fields. */
  readonly asValue: (() => Value) | undefined;
  /** What its makers know of it. */
  readonly inner: unknown;
  readonly source: Source | undefined;
}
/** A method of a value. */
export interface Method {
  readonly parameters: readonly string[];
  readonly call: (parameters: readonly Value[]) => Value;
}

/** A value as Go's templates know it, with where it comes from. */
export type Value = Nil | Bool | Int | Float | Text | List | Table | Struct;

/** No value at all. */
export const missing: Nil = { kind: 'nil', isHeld: false, source: undefined };
/** The nil that a map or a list holds. */
export const heldNil: Nil = { kind: 'nil', isHeld: true, source: undefined };

/** The types of tables and lists that hold anything. */
export const anyTable = 'map[string]interface {}';
/** The type of lists that hold anything. */
export const anyList = '[]interface {}';
/** The type of what a file holds: its bytes. */
export const byteList = '[]uint8';
/** The type of a chart's values. */
export const chartValues = 'common.Values';

/** A string. */
export function text(text: string, source?: Source): Text {
  return { kind: 'string', text, source };
}
/** A boolean. */
export function bool(value: boolean, source?: Source): Bool {
  return { kind: 'bool', value, source };
}
/** An integer. */
export function int(value: bigint | number, type: IntType = 'int', source?: Source): Int {
  return { kind: 'int', type, value: BigInt.asIntN(64, BigInt(value)), source };
}
/** A float. */
export function float(value: number, source?: Source): Float {
  return { kind: 'float', value, source };
}
/** A list. */
export function list(items: readonly Value[], type: string = anyList, source?: Source): List {
  return { kind: 'list', type, items, source };
}
/** A nil slice. */
export function nullList(type: string, source?: Source): List {
  return { kind: 'list', type, items: [], isNull: true, source };
}
/** An empty table, or one with these entries. */
export function table(entries: Map<string, Value> = new Map(), type: string = anyTable, source?: Source): Table {
  return { kind: 'map', type, entries, keys: new Map(), source };
}
/** A struct. */
export function struct(
  type: string,
  fields: Readonly<Record<string, Value>>,
  rest: Partial<Omit<Struct, 'kind' | 'type' | 'fields'>> = {},
): Struct {
  return {
    kind: 'struct',
    type,
    isPointer: false,
    fields: new Map(Object.entries(fields)),
    methods: new Map(),
    asText: undefined,
    asPrinted: undefined,
    asValue: undefined,
    inner: undefined,
    source: undefined,
    ...rest,
  };
}

/** The part of a text between two of its characters. */
export function part(of: Text, start: number, end: number = of.text.length): Text {
  if (start === 0 && end === of.text.length) return of;
  return { kind: 'string', text: of.text.slice(start, end), source: sliceOf(of.source, start) };
}

/** The same value from elsewhere. */
export function from<Kind extends Value>(value: Kind, source: Source | undefined): Kind {
  return { ...value, source };
}

/** Where a key of a table is written; one of which that isn't known has the place of its value. */
export function keySourceOf({ keys, entries }: Table, key: string): Source | undefined {
  return keys.get(key) ?? madeOf([entries.get(key)?.source]);
}

/** Where several values come from, together. */
export function sourceOf(values: readonly Value[]): Source | undefined {
  return madeOf(values.map(({ source }) => source));
}
