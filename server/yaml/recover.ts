import { type Document, isCollection, isPair, isScalar, visit } from 'yaml';
import { lineStartAt, nextLineAt } from './lines';

/**
 * The text with its first fault blanked out, so that what stands around half-typed lines is read as what it is.
 * Every offset stays. Undefined where there is nothing to blank out.
 */
export function recoverable(text: string, document: Document.Parsed): string | undefined {
  for (const error of document.errors) {
    const [start, end] = error.pos;
    switch (error.code) {
      case 'TAB_AS_INDENT':
        return text.replace(/^[ \t]*\t[ \t]*/gm, (indent) => ' '.repeat(indent.length));
      case 'MULTILINE_IMPLICIT_KEY': {
        // A word without its colon swallows the key on the next line.
        const lastLine = lineStartAt(text, end);
        if (start < lastLine) return blank(text, start, lastLine);
        break;
      }
      case 'MISSING_CHAR': {
        const quote = unclosedQuote(text, document);
        if (quote !== undefined) return blank(text, quote, nextLineAt(text, quote));
        break;
      }
      case 'BAD_INDENT': {
        const bracket = enclosingBracket(document, start);
        if (bracket !== undefined) return blank(text, bracket, bracket + 1);
        break;
      }
      default:
        break;
    }
  }
  return undefined;
}

function blank(text: string, start: number, end: number): string | undefined {
  const blanked = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return blanked === text.slice(start, end) ? undefined : text.slice(0, start) + blanked + text.slice(end);
}

/** Where a quoted scalar begins that runs over several lines to the end of the document for want of a closing quote. */
function unclosedQuote(text: string, document: Document.Parsed): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const quote = text.charAt(start);
      if ((quote === '"' || quote === "'") && end >= text.trimEnd().length && text.slice(start, end).includes('\n')) {
        found = start;
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}

/** Where the innermost flow collection begins that is still open at an offset. */
function enclosingBracket(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, (_, node) => {
    if (isPair(node) || isScalar(node)) return undefined;
    if (isCollection(node) && node.flow && node.range && node.range[0] < offset && offset <= node.range[2] + 1) {
      found = node.range[0];
    }
    return undefined;
  });
  return found;
}
