import { asTable } from '../chart/readValues';
import { Fault } from '../go/fault';
import { readJson } from '../go/readJson';
import { type JsonManner, writeJson } from '../go/writeJson';
import type { Source } from '../origins/source';
import { anyList, list, missing, nullList, type Text, table, text, type Value } from '../values/value';
import { writePretty } from '../yaml/prettyManner';
import { readYaml } from '../yaml/readYaml';
import { writeYaml } from '../yaml/writeYaml';
import { anyAt, define, type Family, textAt } from './define';
import { looking, weigh } from './weight';

/** Where a part of a text comes from that is itself made of others. */
function locateIn({ source }: Text): (start: number, end: number, copy: number) => Source | undefined {
  if (source === undefined) return () => undefined;
  return (start, _, copy) =>
    copy < 0 ? { kind: 'point', of: source, at: start } : { kind: 'slice', of: source, from: copy };
}

/** What a function does, or something else where it fails. */
function otherwise<Result>(work: () => Result, instead: (message: string) => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Fault && error.constructor === Fault) return instead(error.message);
    throw error;
  }
}

const compact: JsonManner = { escapesHtml: true, isIndented: false };
const raw: JsonManner = { escapesHtml: false, isIndented: false };
const pretty: JsonManner = { escapesHtml: true, isIndented: true };

function writer(write: (value: Value) => Text, swallowsErrors: boolean) {
  return define('any', (values, { run }) => {
    const value = anyAt(values, 0);
    const written = () => {
      if (!weigh(value, run.budget.take)) return write(value);
      throw new Fault('json: unsupported value: encountered a cycle via map[string]interface {}');
    };
    return swallowsErrors ? otherwise(written, () => text('')) : written();
  });
}

function errorTable(message: string): Value {
  return table(new Map([['Error', text(message)]]));
}

function asList(value: Value): Value {
  if (value.kind === 'list') return value;
  if (value.kind === 'nil') return list([], undefined, value.source);
  const kind = { map: 'object', string: 'string', float: 'number', int: 'number', bool: 'bool', struct: 'object' }[
    value.kind
  ];
  throw new Fault(`json: cannot unmarshal ${kind} into Go value of type []interface {}`);
}

function jsonTable(value: Value): Value {
  return otherwise(
    () => asTable(value),
    (message): Value => {
      throw new Fault(message.replace(/^.*(json: cannot unmarshal )/, '$1'));
    },
  );
}

const yamlPrefix = 'error unmarshaling JSON: while decoding JSON: ';

/** Functions that write and read YAML and JSON. */
export const documents: Family = {
  toYaml: writer(writeYaml, true),
  mustToYaml: writer(writeYaml, false),
  ...looking({ toYamlPretty: writer(writePretty, true) }),
  fromYaml: define('string', (values) => {
    const whole = textAt(values, 0);
    return otherwise((): Value => asTable(readYaml(whole.text, locateIn(whole))), errorTable);
  }),
  fromYamlArray: define('string', (values) => {
    const whole = textAt(values, 0);
    return otherwise(
      () =>
        otherwise(
          () => asList(readYaml(whole.text, locateIn(whole))),
          (message): Value => {
            throw new Fault(message.startsWith('json: ') ? yamlPrefix + message : message);
          },
        ),
      (message): Value => list([text(message)]),
    );
  }),
  toJson: writer((value) => writeJson(value, compact), true),
  mustToJson: writer((value) => writeJson(value, compact), false),
  toPrettyJson: writer((value) => writeJson(value, pretty), true),
  mustToPrettyJson: writer((value) => writeJson(value, pretty), false),
  toRawJson: writer((value) => writeJson(value, raw), false),
  mustToRawJson: writer((value) => writeJson(value, raw), false),
  fromJson: define('string', (values) => {
    const whole = textAt(values, 0);
    return otherwise(() => {
      const read = readJson(whole.text, locateIn(whole));
      return read.kind === 'nil' ? { ...table(new Map(), undefined, read.source), isNull: true } : jsonTable(read);
    }, errorTable);
  }),
  mustFromJson: define('string', (values) => {
    const whole = textAt(values, 0);
    const read = readJson(whole.text, locateIn(whole));
    return read.kind === 'nil' ? missing : read;
  }),
  fromJsonArray: define('string', (values) => {
    const whole = textAt(values, 0);
    return otherwise(
      () => {
        const read = readJson(whole.text, locateIn(whole));
        return read.kind === 'nil' ? nullList(anyList, read.source) : asList(read);
      },
      (message): Value => list([text(message)]),
    );
  }),
};
