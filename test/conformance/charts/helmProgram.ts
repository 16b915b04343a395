import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { type GoProgram, startGoProgram } from '../../kubernetes/goPrograms/goProgram';
import type { HelmAnswer } from './helm';

/** What helm's library is asked: a chart by its folder or its files, and what it is rendered with. */
export interface HelmQuestion {
  readonly folder?: string;
  readonly files?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly values?: readonly string[];
  readonly set?: readonly string[];
  readonly namespace?: string;
}

/** Helm's own library: thousands of charts in the time that some hundred starts of helm take. */
export interface HelmProgram {
  readonly ask: (questions: readonly HelmQuestion[]) => Promise<readonly HelmAnswer[]>;
  readonly stop: () => Promise<void>;
}

/** Starts the program, which is built the first time. */
export async function startHelmProgram(): Promise<HelmProgram> {
  const program: GoProgram = await startGoProgram('helmTemplate');
  return {
    async ask(questions) {
      const lines = await program.ask(questions.map(encoded));
      return lines.map(answered);
    },
    stop: program.stop,
  };
}

function encoded({ folder = '', files = [], values = [], set = [], namespace = 'default' }: HelmQuestion) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    folder,
    files: Object.fromEntries(files.map(({ path, bytes }) => [path, base64(bytes)])),
    values: values.map((text) => base64(encodeUtf8(text))),
    set,
    release: 'rel',
    namespace,
  };
}

function answered(line: string): HelmAnswer {
  const { printed, refused }: { readonly printed: string | null; readonly refused: string } = JSON.parse(line);
  if (refused !== '') return { state: 'refused', message: refused };
  return { state: 'rendered', bytes: Buffer.from(printed ?? '', 'base64') };
}
