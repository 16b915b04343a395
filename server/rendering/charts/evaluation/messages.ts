import type { Fault } from '../go/fault';

/** What helm makes of an error while a template is executed. */
export function executionMessage(fault: Fault): string {
  const [first = '', location = '', ...rest] = fault.message.split(': ');
  const said = rest.join(': ');
  if (first === '' || rest.length === 0) return fault.message;
  const warned = /HELM_ERR_START(.*)HELM_ERR_END/s.exec(said)?.[1];
  if (warned !== undefined) return `execution error at (${location}): ${warned}`;
  const lines: string[] = [];
  for (let at: Fault | undefined = fault; at; at = at.inner) {
    const shown = traced(at.message);
    if (shown === undefined) return fault.message;
    if (lines.at(-1) !== shown) lines.push(shown);
  }
  return lines.join('').trim();
}

/** One level of an error, or nothing if it is no template's. */
function traced(message: string): string | undefined {
  const prefix = 'template: ';
  if (!message.startsWith(prefix)) return undefined;
  const rest = message.slice(prefix.length);
  if (rest.startsWith('no template ')) return `${message}\n`;
  const executing = executingPart(rest);
  if (executing !== undefined) return executing;
  const cut = rest.lastIndexOf(': ');
  if (cut < 0) return undefined;
  return `${rest.slice(0, cut)}\n  ${untilNext(rest.slice(cut + 2))}\n`;
}

function executingPart(rest: string): string | undefined {
  const mark = ': executing ';
  const at = rest.indexOf(mark);
  if (at < 0) return undefined;
  const after = rest.slice(at + mark.length);
  if (!after.startsWith('"')) return undefined;
  const quote = after.indexOf('"', 1);
  const behind = after.slice(quote + 1);
  if (quote < 0 || !behind.startsWith(' at <')) return undefined;
  const inner = behind.slice(' at <'.length);
  const end = inner.indexOf('>: ');
  if (end < 0) return undefined;
  const shown = untilNext(inner.slice(end + '>: '.length));
  const name = after.slice(1, quote);
  return `${rest.slice(0, at)}\n  executing "${name}" at <${inner.slice(0, end)}>:\n    ${shown === '' ? '' : `${shown}\n`}`;
}

function untilNext(message: string): string {
  const cut = message.indexOf(' template:');
  return cut < 0 ? message : message.slice(0, cut);
}
