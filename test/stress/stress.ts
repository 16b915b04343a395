import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { below, type Random, randomFrom } from '../random';
import { type Answers, answersTo, type Question, questions } from './answers';
import { generatorNames, generators, mutated } from './generatedTexts';

const usage = `npm run stress -- [options]
Asks for diagnostics, code actions, lenses and hovers of generated and mutated texts, and names the slowest.
  --texts N       how many texts (default 2000)
  --seed N        which texts (default 1)
  --length N      UTF-16 units of a generated text at most (default 20000)
  --seconds N     stop after this long (default 3600)
  --manifests DIR folder of manifests that are mutated as well
  --keep DIR      where the slowest texts, and those that an answer failed for, are written`;

/** Milliseconds of processor time within which each question about 20 kB of any text has to be answered. */
const limits: Readonly<Record<Question, number>> = {
  diagnostics: 100,
  actions: 300,
  'all actions': 300,
  lenses: 300,
  hover: 300,
};

/** A text that took long. */
interface Slow {
  readonly question: Question;
  readonly milliseconds: number;
  readonly text: string;
  readonly name: string;
}

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    length: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '3600' },
    manifests: { type: 'string' },
    keep: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(usage);
else process.exitCode = stress();

function stress(): number {
  const chosen = optionsFor({ ...emptyConfiguration, profile: 'all' }, 'text.yaml', {
    reportsSyntax: true,
    checksEveryDocument: false,
  });
  if (chosen.state === 'excluded') throw new Error('The texts are excluded.');
  const { options } = chosen;
  const random = randomFrom(Number(values.seed));
  const manifests = values.manifests === undefined ? [] : manifestsIn(values.manifests);
  const slowest = new Map<Question, Slow[]>(questions.map((question) => [question, []]));
  const late = Date.now() + Number(values.seconds) * 1000;
  let asked = 0;
  let failed = 0;
  let exceeded = 0;
  // The first answers pay for what is compiled then.
  for (const text of generatorNames.map((name) => generators[name]?.(2000, randomFrom(1)) ?? '')) {
    answersTo(text, options, random);
  }
  while (asked < Number(values.texts) && Date.now() < late) {
    const { name, text } = madeText(asked, manifests, random);
    asked++;
    let answers: Answers;
    try {
      answers = answersTo(text, options, random);
    } catch (error) {
      failed++;
      console.log(`${name}: ${error instanceof Error ? error.stack : error}`);
      keep(`failed-${failed}`, text);
      continue;
    }
    for (const question of questions) {
      const milliseconds = answers[question];
      if (milliseconds > limits[question]) exceeded++;
      const known = slowest.get(question) ?? [];
      known.push({ question, milliseconds, text, name });
      known.sort((a, b) => b.milliseconds - a.milliseconds);
      known.length = Math.min(known.length, 10);
    }
  }
  console.log(`${asked} texts, ${failed} failed, ${exceeded} answers over their limits`);
  for (const [question, slow] of slowest) {
    console.log(`\n${question} (limit ${limits[question]} ms)`);
    for (const [index, { milliseconds, name, text }] of slow.entries()) {
      console.log(`${milliseconds.toFixed(1).padStart(9)} ms  ${name}, ${text.length} characters`);
      keep(`${question}-${index}`, text);
    }
  }
  return failed + exceeded === 0 ? 0 : 1;
}

/** Every generator in turn, whole and at length; then mutations, most of them of short texts, of which many can be asked about. */
function madeText(index: number, manifests: readonly string[], random: Random): { name: string; text: string } {
  const length = Number(values.length);
  const name = generatorNames[index % generatorNames.length] ?? '';
  const generate = (size: number) => generators[name]?.(size, random).slice(0, length) ?? '';
  if (index < generatorNames.length) return { name: `${name}, cut off`, text: generate(length) };
  if (index < 2 * generatorNames.length) return { name, text: generate(length * 0.97) };
  const isLong = random() < 0.002;
  const size = isLong ? length : 50 + below(350, random);
  const from = manifests[below(manifests.length, random)];
  if (from !== undefined && random() < 0.5) {
    const start = below(from.length, random);
    return { name: 'a manifest, mutated', text: mutated(from.slice(start, start + size), generate(500), random) };
  }
  return { name: `${name}, mutated`, text: mutated(generate(size), from ?? generate(300), random) };
}

function manifestsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

function keep(name: string, text: string): void {
  if (values.keep === undefined) return;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(path.join(values.keep, `${name}.yaml`), text);
}
