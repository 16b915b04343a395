import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A chart that is rendered again and again. */
export interface TestChart {
  /** What helm makes of each template with some values, by the template's name. */
  readonly render: (values: unknown) => Promise<ReadonlyMap<string, string>>;
  readonly remove: () => Promise<void>;
}

/**
 * Writes a chart: one start of helm renders many templates at once.
 *
 * @param helm the program
 * @param templates their texts, by the names of their files
 */
export async function testChart(helm: string, templates: ReadonlyMap<string, string>): Promise<TestChart> {
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-chart-'));
  await mkdir(path.join(folder, 'templates'));
  await writeFile(path.join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: drawn\nversion: 1.0.0\n');
  for (const [name, text] of templates) await writeFile(path.join(folder, 'templates', name), text);
  return {
    async render(values) {
      const file = path.join(folder, 'chosen.json');
      await writeFile(file, JSON.stringify(values));
      const home = { HOME: folder, HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder };
      const { stdout } = await run(helm, ['template', 'release', folder, '--values', file], {
        maxBuffer: 1 << 30,
        env: { ...process.env, ...home },
      });
      const rendered = new Map<string, string>();
      for (const part of stdout.split(/^---\n(?=# Source: )/m)) {
        const [, name] = /^# Source: drawn\/templates\/(.+)\n/.exec(part) ?? [];
        if (name !== undefined) rendered.set(name, part.slice(part.indexOf('\n') + 1));
      }
      return rendered;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What helm prints, or why it doesn't. */
export type HelmAnswer =
  | { readonly state: 'rendered'; readonly bytes: Buffer }
  | { readonly state: 'refused'; readonly message: string };

/** Runs `helm template`, with nothing of the user's around it. */
export async function helmTemplate(helm: string, home: string, given: readonly string[]): Promise<HelmAnswer> {
  const env = { ...process.env, HOME: home, HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
  try {
    const { stdout } = await run(helm, ['template', ...given], { maxBuffer: 1 << 30, env, encoding: 'buffer' });
    return { state: 'rendered', bytes: stdout };
  } catch (error) {
    const message = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return { state: 'refused', message };
  }
}
