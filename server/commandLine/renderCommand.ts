import { resolve } from 'node:path';
import { printable } from '../lint/printable';
import { decodeUtf8, encodeUtf8 } from '../rendering/charts/go/bytes';
import { lineOrigins } from '../rendering/charts/origins/lineOrigins';
import type { SourceFile } from '../rendering/charts/origins/source';
import { type Rendered, type Rendering, renderChart } from '../rendering/charts/renderChart';
import { chartFolder } from '../workspace/disk/chartFolder';
import { isFolder } from '../workspace/disk/entries';
import { readBytes } from '../workspace/disk/readBytes';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import type { CommandMeans, ExitCode } from './means';
import type { RenderRequest } from './renderRequest';

/** Prints what a chart renders, as `helm template` does. A bundle of its own: linting needs none of it. */
export function renderCommand(request: RenderRequest, means: CommandMeans): ExitCode {
  const { standardOutput, standardError, currentFolder } = means;
  const refuse = (path: string, reason: string): ExitCode => {
    standardError.write(`seaworthy: ${printable(path)}: ${printable(reason)}\n`);
    return 2;
  };
  const chart = chartAt(resolve(currentFolder, request.chart));
  if ('reason' in chart) return refuse(request.chart, chart.reason);
  const values: SourceFile[] = [];
  for (const path of request.values) {
    const read = readBytes(resolve(currentFolder, path));
    if (read.state !== 'bytes') return refuse(path, read.reason);
    values.push({ path, text: decodeUtf8(read.bytes).replace(/^\ufeff/, '') });
  }
  const rendered = renderChart({ ...request, ...chart, values });
  for (const warning of rendered.warnings) standardError.write(`${printable(warning)}\n`);
  if (rendered.state === 'refused') {
    standardError.write(`seaworthy: ${printable(request.chart)} can't be rendered: ${refusal(rendered)}\n`);
    return 1;
  }
  if (request.showsOrigins) {
    for (const { line, places, without } of lineOrigins(rendered.text)) {
      const said = [...places, ...without.map((place) => `without ${place}`)];
      standardOutput.write(`${said.join(', ')}\t${line}\n`);
    }
  } else standardOutput.write(Buffer.from(encodeUtf8(rendered.text.text)));
  return 0;
}

function chartAt(path: string): Pick<Rendering, 'files'> | { readonly reason: string } {
  if (isFolder(path)) {
    const read = chartFolder(path);
    return 'fault' in read ? { reason: `${read.fault.path} ${read.fault.reason}` } : { files: read.files };
  }
  const read = readBytes(path, { largest: 50 * 1024 * 1024 });
  return read.state === 'bytes' ? { files: { packed: read.bytes } } : { reason: read.reason };
}

/** Helm's words, line by line, and ours, with the place to blame. */
function refusal({ message, reason, place }: Extract<Rendered, { readonly state: 'refused' }>): string {
  const said = message.split('\n').map(printable).join('\n');
  if (!place) return said;
  const { file, start } = place;
  const { line, character } = positionAt(lineStarts(file.text), start);
  return `${said}\n  ${printable(file.path)}:${line + 1}:${character + 1}: ${printable(reason)}`;
}
