import type { Call, GoFunction, Opening } from '../evaluation/run';
import { addTemplate, type TemplateSet, templateNamed } from '../evaluation/templateSet';
import { Fault, Stopped } from '../go/fault';
import { quoted } from '../go/quote';
import { parseTemplate } from '../language/parser';
import type { Parsed, Template } from '../language/tree';
import { placeOfAction } from '../origins/place';
import { replaced } from '../values/joinTexts';
import { type Text, text, type Value } from '../values/value';
import { anyAt, define, type Family, textAt } from './define';

/** So often a template may be included within itself. */
const mostIncluded = 1000;
const parsedName = 'gotpl';

/** Helm's functions that execute templates, and those that refuse. */
export const includes: Family = {
  include: executing((values, { run, set }) => {
    const name = textAt(values, 0).text;
    const count = run.included.get(name) ?? 0;
    if (count > mostIncluded) {
      throw new Fault(`rendering template has a nested reference name: ${name}: unable to execute template`);
    }
    const template = templateNamed(set, name);
    if (!template) throw new Fault(`template: no template ${quoted(name)} associated with template "gotpl"`);
    run.included.set(name, count + 1);
    const finish = (written: Text) => {
      run.included.set(name, count);
      return written;
    };
    return { set, template, dot: anyAt(values, 1), finish, fault: (error) => error };
  }),
  tpl: executing((values, call) => {
    const written = textAt(values, 0);
    const [set, template] = setOf(written, call);
    const fault = (error: unknown) => inText('error during tpl function execution for', written, error);
    return { set, template, dot: anyAt(values, 1), finish: withoutNoValue, fault };
  }),
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

/** A function of a text and a dot that executes a template. */
function executing(opens: (values: readonly Value[], call: Call) => Opening): GoFunction {
  const made = define('string, any', (values, call) => {
    const { set, template, dot, finish, fault } = opens(values, call);
    try {
      return finish(call.run.execute(set, template, dot));
    } catch (error) {
      throw fault(error);
    }
  });
  return { ...made, opens };
}

/** Helm finds what a chart's author says between these marks. */
function warning(message: string): string {
  return `HELM_ERR_START${message}HELM_ERR_END`;
}

/** Texts are often the same: what was read of them is kept while a chart is rendered. */
const cache = new WeakMap<object, Map<string, readonly Parsed[]>>();

/** What a text defines, and the template that it is itself. */
function setOf(written: Text, { run, set }: Call): [TemplateSet, Template] {
  const known = cache.get(run) ?? new Map<string, readonly Parsed[]>();
  cache.set(run, known);
  const parsed = known.get(written.text) ?? parsedText(written, run);
  known.set(written.text, parsed);
  const own: TemplateSet = { own: new Map(), outer: set };
  const { text: whole, source } = written;
  let main: Template | undefined;
  for (const one of parsed) {
    main = { parsed: one, text: whole, fileName: parsedName, file: undefined, source };
    addTemplate(own, main);
  }
  if (!main) throw new Fault('there is no template');
  return [own, main];
}

function parsedText(written: Text, run: Call['run']): readonly Parsed[] {
  const { text: whole, source } = written;
  const { templates, error } = parseTemplate(parsedName, whole, (name) => run.functions.has(name));
  if (templates) return templates;
  const template = { text: whole, fileName: parsedName, file: undefined, source };
  const place = placeOfAction({ template, start: error.start, end: error.start + 1 });
  const said = error.message;
  const fault = new Fault(`template: ${parsedName}:${error.line}: ${said}`, { said, place });
  throw inText('cannot parse template', written, fault);
}

/** An error in a text that was taken for a template, as helm words it. */
function inText(doing: string, written: Text, error: unknown): unknown {
  if (!(error instanceof Fault) || error instanceof Stopped) return error;
  const { said, place } = error;
  return new Fault(`${doing} ${quoted(written.text)}: ${error.message}`, { inner: error, said, place });
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
