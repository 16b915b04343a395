import type { Call } from '../evaluation/run';
import { addTemplate, type TemplateSet, templateNamed } from '../evaluation/templateSet';
import { Fault } from '../go/fault';
import { quoted } from '../go/quote';
import { parseTemplate } from '../language/parser';
import type { Parsed } from '../language/tree';
import { replaced } from '../values/joinTexts';
import { type Text, text, type Value } from '../values/value';
import { anyAt, define, type Family, textAt } from './define';

/** So often a template may be included within itself. */
const mostIncluded = 1000;
const parsedName = 'gotpl';

/** Helm's functions that execute templates, and those that refuse. */
export const includes: Family = {
  include: define('string, any', (values, { run, set }) => {
    const name = textAt(values, 0).text;
    const count = run.included.get(name) ?? 0;
    if (count > mostIncluded) {
      throw new Fault(`rendering template has a nested reference name: ${name}: unable to execute template`);
    }
    const template = templateNamed(set, name);
    if (!template) throw new Fault(`template: no template ${quoted(name)} associated with template "gotpl"`);
    run.included.set(name, count + 1);
    const written = run.execute(set, template, anyAt(values, 1));
    run.included.set(name, count);
    return written;
  }),
  tpl: define('string, any', (values, call) => executeText(textAt(values, 0), anyAt(values, 1), call)),
  required: define('string, any', (values) => {
    const value = anyAt(values, 1);
    const isMissing = value.kind === 'nil' || (value.kind === 'string' && value.text === '');
    if (isMissing) throw new Fault(warning(textAt(values, 0).text));
    return value;
  }),
  fail: define('string', (values) => {
    throw new Fault(warning(textAt(values, 0).text));
  }),
};

/** Helm finds what a chart's author says between these marks. */
function warning(message: string): string {
  return `HELM_ERR_START${message}HELM_ERR_END`;
}

interface Cached {
  readonly templates: readonly Parsed[];
}

/** Texts are often the same: what was read of them is kept while a chart is rendered. */
const cache = new WeakMap<object, Map<string, Cached>>();

function executeText(written: Text, dot: Value, { run, set }: Call): Value {
  const wrap = (doing: string, error: unknown): never => {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(`${doing} ${quoted(written.text)}: ${error.message}`, error);
  };
  if (!written.text.includes('{{')) return withoutNoValue(written);
  const known = cache.get(run) ?? new Map<string, Cached>();
  cache.set(run, known);
  let parsed = known.get(written.text);
  if (!parsed) {
    const { templates, error } = parseTemplate(parsedName, written.text, (name) => run.functions.has(name));
    if (error) {
      const fault = new Fault(`template: ${parsedName}:${error.line}: ${error.message}`);
      return wrap('cannot parse template', fault);
    }
    parsed = { templates };
    known.set(written.text, parsed);
  }
  const own: TemplateSet = { own: new Map(), outer: set };
  const made = parsed.templates.map((one) => ({
    parsed: one,
    text: written.text,
    fileName: parsedName,
    file: undefined,
    source: written.source,
  }));
  for (const template of made) addTemplate(own, template);
  const main = made.at(-1);
  if (!main) return text('');
  try {
    return withoutNoValue(run.execute(own, main, dot));
  } catch (error) {
    return wrap('error during tpl function execution for', error);
  }
}

const noValue = '<no value>';

/** Helm deletes what Go writes for nothing, from literal text too. */
export function withoutNoValue(whole: Text): Text {
  if (!whole.text.includes(noValue)) return whole;
  const places: { start: number; end: number; by: Text }[] = [];
  for (
    let start = whole.text.indexOf(noValue);
    start >= 0;
    start = whole.text.indexOf(noValue, start + noValue.length)
  ) {
    places.push({ start, end: start + noValue.length, by: text('') });
  }
  return replaced(whole, places);
}
