import { dirname, join } from 'node:path';
import { printable, printableError } from '../lint/printable';
import { textAt } from '../unknownJson';
import { readBytes } from '../workspace/disk/readBytes';
import { readArguments } from './arguments';
import { hasColor, painted, unpainted } from './colors';
import { helpOf } from './helpText';
import type { CommandMeans, ExitCode, Means } from './means';
import { writeTo } from './output';

/**
 * Does what the arguments of the process ask for, and sets its exit code. It is never ended by force, so that
 * everything written arrives.
 *
 * @param program the file that the program runs from
 */
export async function runCommandLine(program: string, means: Means): Promise<void> {
  const { stdout, stderr, env } = process;
  const { command, color } = readArguments(process.argv.slice(2));
  const writeError = writeTo(stderr, () => {});
  const onFault = (message: string) => {
    writeError(`seaworthy: the output could not be written: ${printable(message)}\n`);
    process.exitCode = 2;
  };
  const paintFor = (stream: { readonly isTTY?: boolean }) =>
    hasColor(color, env, stream.isTTY === true) ? painted : unpainted;
  const commandMeans: CommandMeans = {
    currentFolder: process.cwd(),
    program,
    version: () => versionOf(program),
    ...means,
    readStandardInput,
    standardOutput: { write: writeTo(stdout, onFault), paint: paintFor(stdout) },
    standardError: { write: writeError, paint: paintFor(stderr) },
  };
  try {
    process.exitCode = await run(command, commandMeans);
  } catch (error) {
    writeError(`seaworthy: this is a fault of Seaworthy, please report it: ${printableError(error)}\n`);
    process.exitCode = 2;
  }
}

async function run(
  command: ReturnType<typeof readArguments>['command'],
  commandMeans: CommandMeans,
): Promise<ExitCode> {
  const { standardOutput, standardError } = commandMeans;
  switch (command.kind) {
    case 'help':
      standardOutput.write(helpOf(command.of));
      return 0;
    case 'version':
      standardOutput.write(`${commandMeans.version()}\n`);
      return 0;
    case 'explain': {
      const { explanationOf } = await import('./explain');
      standardOutput.write(explanationOf(command.rule, standardOutput.paint));
      return 0;
    }
    case 'lint': {
      const { lintCommand } = await import('./lintCommand');
      return lintCommand(command.request, commandMeans);
    }
    case 'render': {
      const { renderCommand } = await import('./renderCommand');
      return renderCommand(command.request, commandMeans);
    }
    case 'mistake':
      standardError.write(`seaworthy: ${printable(command.message)}\nseaworthy --help says what there is\n`);
      return 2;
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function versionOf(program: string): string {
  const read = readBytes(join(dirname(program), '..', 'package.json'));
  const description: unknown = read.state === 'bytes' ? JSON.parse(read.bytes.toString('utf8')) : undefined;
  return textAt(description, 'version') ?? '';
}
