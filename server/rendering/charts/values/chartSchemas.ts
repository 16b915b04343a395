import type { Chart } from '../chart/chart';
import { Fault } from '../go/fault';
import type { Place } from '../origins/place';
import { validateSchema } from './schemas';
import type { Table } from './value';

/** Throws what helm says of values that break the schemas of a chart and of those in it. */
export function validateSchemas(chart: Chart, values: Table): void {
  const broken = brokenSchemas(chart, values);
  if (broken.length === 0) return;
  const said = broken.map(({ message }) => message).join('');
  throw new Fault(`values don't meet the specifications of the schema(s) in the following chart(s):\n${said}`, {
    place: broken.flatMap(({ place }) => place ?? [])[0],
  });
}

interface Broken {
  readonly message: string;
  readonly place: Place | undefined;
}

function brokenSchemas({ schema, metadata, dependencies }: Chart, values: Table): Broken[] {
  const broken: Broken[] = [];
  if (schema) {
    try {
      validateSchema(values, schema.source);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      broken.push({ message: `${metadata.name}:\n${error.message}`, place: error.place });
    }
  }
  for (const child of dependencies) {
    const section = values.entries.get(child.metadata.name);
    if (section?.kind === 'map') broken.push(...brokenSchemas(child, section));
  }
  return broken;
}
