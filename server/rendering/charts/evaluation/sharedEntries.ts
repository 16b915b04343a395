import type { Source } from '../origins/source';
import { byteList, type Table, type Value } from '../values/value';
import type { Recorder, Recording, Said } from './recording';

/** The entries of a table that all templates of a chart share: they write down who asks for what, and who changes them. */
export class SharedEntries extends Map<string, Value> {
  private readonly recorder: Recorder;
  private readonly keySources: ReadonlyMap<string, Source>;
  /** The recording that met this table last, its number there, and what has been asked. */
  private metIn: Recording | undefined;
  private number = 0;
  private asked: Set<string> | undefined;
  private isAllAsked = false;

  constructor({ entries, keys }: Table, recorder: Recorder) {
    super();
    this.recorder = recorder;
    this.keySources = keys;
    for (const [key, value] of entries) super.set(key, value);
  }

  override get(key: string): Value | undefined {
    const value = super.get(key);
    const recording = this.listening();
    if (recording && !this.asked?.has(key)) {
      this.asked ??= new Set();
      this.asked.add(key);
      recording.reads.push({ kind: 'entry', table: this.number, key, said: this.said(recording, key, value) });
    }
    return value;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  override get size(): number {
    const size = super.size;
    const recording = this.listening();
    if (recording) recording.reads.push({ kind: 'size', table: this.number, size });
    return size;
  }

  override set(key: string, value: Value): this {
    this.noteChange();
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    this.noteChange();
    return super.delete(key);
  }

  override clear(): void {
    this.noteChange();
    super.clear();
  }

  override entries() {
    this.askAll();
    return super.entries();
  }

  override keys() {
    this.askAll();
    return super.keys();
  }

  override values() {
    this.askAll();
    return super.values();
  }

  override [Symbol.iterator]() {
    return this.entries();
  }

  override forEach(visit: (value: Value, key: string, all: Map<string, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  /** Where a key is written. */
  keySource(key: string): Source | undefined {
    return this.keySources.get(key);
  }

  /** Gives the table the next number of a recording. */
  meet(recording: Recording): void {
    const number = recording.tables++;
    if (this.metIn === recording) {
      recording.again.set(number, this.number);
      return;
    }
    this.metIn = recording;
    this.number = number;
    this.asked = undefined;
    this.isAllAsked = false;
  }

  /** The recording that wants to know of a question. */
  private listening(): Recording | undefined {
    const { recording } = this.recorder;
    if (!recording?.isKeepable || (this.isAllAsked && this.metIn === recording)) return undefined;
    if (this.metIn === recording) return recording;
    recording.isKeepable = false;
    return undefined;
  }

  private noteChange(): void {
    const { recording } = this.recorder;
    if (recording) recording.isKeepable = false;
  }

  private askAll(): void {
    const recording = this.listening();
    if (!recording) return;
    this.isAllAsked = true;
    const said = [...super.entries()].map(([key, value]) => [key, this.said(recording, key, value)] as const);
    recording.reads.push({ kind: 'entries', table: this.number, said });
  }

  private said(recording: Recording, key: string, value: Value | undefined): Said {
    return { value: value && remembered(recording, value), keySource: this.keySources.get(key) };
  }
}

/** A value as a recording keeps it; the tables in it are met in their order. */
function remembered(recording: Recording, value: Value): Value {
  if (value.kind === 'map') {
    if (value.entries instanceof SharedEntries) value.entries.meet(recording);
    else recording.isKeepable = false;
    return { ...value, entries: nothing, keys: noKeys };
  }
  if (value.kind !== 'list' || value.type === byteList) return value;
  const items = value.items.map((item) => remembered(recording, item));
  return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
}

const nothing = new Map<string, Value>();
const noKeys = new Map<string, Source>();

/** Values whose tables write down what is asked of them. What is one table stays one. */
export function sharing(recorder: Recorder): (table: Table) => Table {
  const made = new Map<Map<string, Value>, SharedEntries>();
  const shared = (value: Value): Value => {
    if (value.kind === 'map') return sharedTable(value);
    if (value.kind !== 'list' || value.type === byteList) return value;
    const items = value.items.map(shared);
    return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
  };
  const sharedTable = (table: Table): Table => {
    if (table.entries instanceof SharedEntries) return table;
    let entries = made.get(table.entries);
    if (!entries) {
      entries = new SharedEntries(table, recorder);
      made.set(table.entries, entries);
      for (const [key, value] of table.entries) {
        const inner = shared(value);
        if (inner !== value) entries.set(key, inner);
      }
    }
    return { ...table, entries };
  };
  return sharedTable;
}
