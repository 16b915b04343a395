import { readOnce } from '../../../readOnce';
import { functions } from '../functions/functions';
import { withoutNoValue } from '../functions/includes';
import { compareBytes } from '../go/bytes';
import { Fault, reworded, Stopped } from '../go/fault';
import { type ParsedFile, parseTemplate } from '../language/parser';
import { lineIn, type Place, placeOfAction } from '../origins/place';
import type { SourceFile } from '../origins/source';
import type { WrittenFile } from '../output/writtenFile';
import { tooMuch } from '../reasons';
import type { Text } from '../values/value';
import type { Budget } from './budget';
import { evaluateTerm } from './evaluate';
import { execute } from './execute';
import { ExecutionFault } from './failure';
import type { KeptTexts } from './keptTexts';
import { executionMessage } from './messages';
import { type Renderable, setTemplate } from './rootContext';
import type { Run } from './run';
import { SharedEntries } from './sharedEntries';
import { addTemplate, type TemplateSet, templateNamed } from './templateSet';

/** What each template file wrote; all of them see what those before them have set. */
export function renderTemplates(
  files: ReadonlyMap<string, Renderable>,
  budget: Budget,
  kept?: { readonly texts: KeptTexts; readonly set: string },
): Map<string, WrittenFile> {
  const names = renderOrder([...files.keys()]);
  const set: TemplateSet = { own: new Map(), outer: undefined, recorder: kept?.texts.recorder };
  for (const name of names) parseFile(set, name, files.get(name));
  const run: Run = {
    functions,
    budget,
    included: new Map(),
    execute: (...all) => execute(run, ...all),
    evaluateTerm,
    state: undefined,
    depth: 0,
  };
  const rendered = new Map<string, WrittenFile>();
  for (const name of names) {
    const file = files.get(name);
    if (!file || name.slice(name.lastIndexOf('/') + 1).startsWith('_')) continue;
    setTemplate(file, name);
    const template = templateNamed(set, name);
    if (!template) continue;
    const write = () => withoutNoValue(executed(run, set, name, file));
    const { entries } = file.dot;
    const written =
      kept && entries instanceof SharedEntries
        ? kept.texts.written(
            kept.set,
            { name, present: { dot: entries, templateNamed: (wanted) => set.own.get(wanted) }, budget },
            write,
          )
        : { text: write(), documents: undefined };
    budget.write(written.text.text.length);
    rendered.set(name, written);
  }
  return rendered;
}

/** Deepest folders first, within a depth from the last name to the first: what the nearest says wins. */
function renderOrder(names: readonly string[]): string[] {
  const depth = (name: string) => name.split('/').length;
  return [...names].sort((one, other) => depth(other) - depth(one) || compareBytes(other, one));
}

function parseFile(set: TemplateSet, name: string, renderable: Renderable | undefined): void {
  if (!renderable) return;
  const { source } = renderable.file;
  const { text } = source;
  const { templates, error } = parsedUnder(name, source);
  if (error) {
    const whole = `template: ${name}:${error.line}: ${error.message}`.split(': ');
    const message = `parse error at (${whole[1]}): ${whole.at(-1)}`;
    throw new Fault(message, { said: error.message, place: lineIn(source, error.start) });
  }
  for (const parsed of templates) addTemplate(set, { parsed, text, fileName: name, file: source, source: undefined });
}

/** What was read of a file, by the names that it is read under: a chart can be there under several. */
const parsedFiles = readOnce((_: SourceFile) => new Map<string, ParsedFile>());

function parsedUnder(name: string, file: SourceFile): ParsedFile {
  const known = parsedFiles(file);
  const before = known.get(name);
  if (before) return before;
  const parsed = parseTemplate(name, file.text, (wanted) => functions.has(wanted));
  known.set(name, parsed);
  return parsed;
}

function executed(run: Run, set: TemplateSet, name: string, { dot }: Renderable): Text {
  const template = templateNamed(set, name);
  try {
    if (!template) throw new Fault(`template: no template "${name}"`);
    return run.execute(set, template, dot);
  } catch (error) {
    if (error instanceof ExecutionFault) throw reworded(error, executionMessage(error));
    if (error instanceof Stopped) throw new Stopped(error.message, { place: placeNow(run) });
    if (error instanceof RangeError) throw new Stopped(tooMuch(error), { place: placeNow(run) });
    throw error;
  }
}

/** What is being evaluated. */
function placeNow({ state }: Run): Place | undefined {
  if (!state) return undefined;
  const { template, node } = state;
  return placeOfAction({ template, start: node.start, end: node.end });
}
