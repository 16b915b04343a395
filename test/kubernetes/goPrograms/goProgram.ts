import { execFile, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { cachedFolder } from '../../vscode/cacheFolder';

/*
 * Programs in Go, a folder each beside this file, that ask Kubernetes' own libraries. They are built once, into the
 * cache; each answers a line of JSON with a line of JSON, in order.
 */

/** A program that runs. */
export interface GoProgram {
  /** The answers to some questions, each a line of JSON. */
  readonly ask: (questions: readonly unknown[]) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Building one takes minutes where nothing of it is in Go's own cache. */
export const buildingTime = 20 * 60_000;

/** Why no Go program can be built here; undefined where they can. */
export function whyNoGo(): string | undefined {
  const { error, status } = spawnSync('go', ['version'], { stdio: 'ignore' });
  return error || status !== 0 ? 'Go is not installed (https://go.dev/dl): what it would ask is left out' : undefined;
}

/** Builds the program in a folder beside this file, unless that has been done before, and starts it. */
export async function startGoProgram(name: string): Promise<GoProgram> {
  const child = spawn(path.join(await builtGoProgram(name), executable), { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((line: string) => void)[] = [];
  const failing: ((reason: Error) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    failing.shift();
    waiting.shift()?.(line);
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', (code) => {
      for (const fail of failing) fail(new Error(`The Go program "${name}" ended with exit code ${code}`));
      resolve();
    });
  });
  return {
    ask(questions) {
      const answers = questions.map(
        () =>
          new Promise<string>((resolve, reject) => {
            waiting.push(resolve);
            failing.push(reject);
          }),
      );
      child.stdin.write(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
      return Promise.all(answers);
    },
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}

const executable = process.platform === 'win32' ? 'program.exe' : 'program';

/** The folder of the cache that holds a built program; another source makes another one. */
function builtGoProgram(name: string): Promise<string> {
  const source = path.join(__dirname, name);
  const hash = createHash('sha256');
  for (const file of readdirSync(source).sort()) hash.update(file).update(readFileSync(path.join(source, file)));
  return cachedFolder(`go-${name}-${hash.digest('hex').slice(0, 12)}`, async (folder) => {
    console.log(`Building the Go program "${name}", once: this takes minutes.`);
    await promisify(execFile)(
      'go',
      ['build', '-buildvcs=false', '-trimpath', '-o', path.join(folder, executable), '.'],
      {
        cwd: source,
        env: { ...process.env, CGO_ENABLED: '0' },
        maxBuffer: 1 << 26,
      },
    );
  });
}
