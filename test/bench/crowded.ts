import { parseAllDocuments } from 'yaml';
import { emptyConfiguration } from '../../server/configuration/configuration';
import { optionsFor } from '../../server/configuration/effectiveOptions';
import { randomFrom } from '../random';
import { type Answers, answersTo, questions } from '../stress/answers';
import { generatorNames, generators } from '../stress/generatedTexts';
import { median, milliseconds, rounded, table } from './figures';

const rounds = 3;
const length = 19_500;

/** How many texts are shown, those with the dearest answers. */
const dearest = 10;

/**
 * Asks about texts that are crowded with one thing each, and gives back a table of the processor time of the slowest
 * answer, beside that of `yaml` parsing the same text.
 */
export function measuredCrowdedTexts(): string {
  const every = { ...emptyConfiguration, profile: 'all' } as const;
  const chosen = optionsFor(every, 'all.yaml', { reportsSyntax: true, checksEveryDocument: false });
  if (chosen.state === 'excluded') throw new Error('The empty configuration excludes a file.');
  const { options } = chosen;
  const measured = generatorNames.map((name) => {
    const text = generators[name]?.(length, randomFrom(1)) ?? '';
    const parsing: number[] = [];
    const answers: Answers[] = [];
    for (let round = 0; round <= rounds; round++) {
      parsing.push(processorTime(() => parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })));
      answers.push(answersTo(text, options, randomFrom(round)));
    }
    // The first round pays for what is compiled then.
    const times = questions.map((question) => median(answers.slice(1).map((answer) => answer[question])));
    return { name, parsing: median(parsing.slice(1)), times, slowest: Math.max(...times) };
  });
  measured.sort((a, b) => b.slowest - a.slowest);
  const rows = measured
    .slice(0, dearest)
    .map(({ name, parsing, times }) => [
      name,
      milliseconds(parsing),
      ...times.map((time) => `${milliseconds(time)} (${rounded(time / parsing)}×)`),
    ]);
  return [
    `### Processor time for 20 kB crowded with one thing, and how many times that of \`yaml\`: the dearest ${dearest} of ${measured.length} texts (median of ${rounds})\n`,
    table(['text', '`yaml` parses', ...questions], rows),
  ].join('\n');
}

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
