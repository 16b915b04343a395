import type { RenderedBasis, RenderedChart } from '../../server/protocol/renderedChart';

type Answered<State extends RenderedChart['state']> = Extract<RenderedChart, { readonly state: State }>;

/** What a preview knows: the last answer, and the last that was a text. */
export interface Known {
  readonly answer: RenderedChart | undefined;
  readonly rendered: Answered<'rendered'> | undefined;
}

/** So many lines stand above the rendered text. */
export const headLines = 1;

/** What a preview shows: a line that says what it is, or why it isn't renewed, and what was rendered last. */
export function shownText({ answer, rendered }: Known): string {
  return `# ${headOf(answer, rendered !== undefined)}\n${rendered?.text ?? ''}`;
}

function headOf(answer: RenderedChart | undefined, isKept: boolean): string {
  switch (answer?.state) {
    case undefined:
      return 'Being rendered…';
    case 'no chart':
      return answer.message;
    case 'refused': {
      const known = isKept ? 'now; below is what was rendered last' : `with ${answer.values}`;
      return `Can’t be rendered ${known}: ${onOneLine(answer.reason)}`;
    }
    case 'rendered':
      return answer.text.trim() === ''
        ? `${subjectOf(answer)} renders nothing with ${answer.values}.`
        : `${subjectOf(answer)}, rendered with ${answer.values}`;
  }
}

function subjectOf({ path }: RenderedBasis): string {
  return path.split('/').includes('templates') ? path : 'All templates';
}

function onOneLine(message: string): string {
  return message.trim().replace(/\s*\n\s*/g, ' ');
}
