import type { SignatureHelp } from 'vscode-languageserver-types';
import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import { functionFacts, signatureOf } from '../facts/functionFacts';
import { actionAt } from './actionAt';

/** A function whose arguments are being typed. */
interface Calling {
  name: string | undefined;
  /** How many arguments have been begun. */
  begun: number;
  isPiped: boolean;
}

/** The function whose arguments stand at an offset, and which of them; undefined where there is none. */
export function signatureAt(file: GivenFile, offset: number): SignatureHelp | undefined {
  const calling = callingAt(file, offset);
  const fact = calling?.name === undefined ? undefined : functionFacts.get(calling.name);
  if (!calling?.name || !fact) return undefined;
  const { parameters } = fact;
  const isVariadic = parameters.at(-1)?.endsWith('…') === true;
  // What is piped in comes last.
  const last = parameters.length - 1;
  const activeParameter = isVariadic ? Math.min(calling.begun, last) : calling.begun;
  if (activeParameter > last || (calling.isPiped && !isVariadic && activeParameter >= last)) return undefined;
  const label = signatureOf(calling.name, fact);
  let at = calling.name.length + 1;
  const labels = parameters.map((parameter) => {
    const start = at;
    at += parameter.length + 2;
    return { label: [start, start + parameter.length] as [number, number] };
  });
  return {
    signatures: [{ label, documentation: { kind: 'markdown', value: fact.what }, parameters: labels }],
    activeSignature: 0,
    activeParameter,
  };
}

function callingAt(file: GivenFile, offset: number): Calling | undefined {
  const place = actionAt(file, offset);
  if (!place) return undefined;
  let calling: Calling = { name: undefined, begun: 0, isPiped: false };
  let isFirst = true;
  let end = -1;
  const around: Calling[] = [];
  for (const { kind, start, text } of place.action.tokens) {
    if (start >= offset) break;
    switch (kind) {
      case 'space':
        continue;
      case 'leftParenthesis':
        if (!isFirst) calling.begun++;
        around.push(calling);
        calling = { name: undefined, begun: 0, isPiped: false };
        isFirst = true;
        break;
      case 'rightParenthesis':
        calling = around.pop() ?? calling;
        isFirst = false;
        break;
      case 'pipe':
        calling = { name: undefined, begun: 0, isPiped: true };
        isFirst = true;
        break;
      case 'keyword':
      case 'assign':
      case 'declare':
        calling = { name: undefined, begun: 0, isPiped: false };
        isFirst = true;
        break;
      default: {
        // Fields that follow each other are one argument.
        const isMore = kind === 'field' && start === end;
        if (isFirst) calling.name = kind === 'identifier' ? text : undefined;
        else if (!isMore) calling.begun++;
        isFirst = false;
      }
    }
    end = start + text.length;
  }
  // Behind a blank the next argument begins; right behind a word it is still that one.
  const isBehind = end < offset;
  if (calling.name === undefined || (calling.begun === 0 && !isBehind)) return undefined;
  return { ...calling, begun: isBehind ? calling.begun : calling.begun - 1 };
}
