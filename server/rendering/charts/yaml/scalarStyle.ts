import { isTimestamp, resolvePlain } from './resolve';

/** How a scalar is written. */
export type WrittenStyle = 'plain' | 'single' | 'double' | 'literal';

/** What libyaml finds out about a scalar before it writes it. */
interface Analysis {
  readonly isMultiline: boolean;
  readonly allowsPlain: boolean;
  readonly allowsSingle: boolean;
  readonly allowsBlock: boolean;
}

/** What needs no thought: words, paths and the like. */
const harmless = /^[A-Za-z_/][\w./-]*$/;
const breaks = /[\r\n\u0085\u2028\u2029]/;
// Unlike go-yaml's reader its writer takes nothing beyond U+FFFF for printable.
const special = /[^\n\x20-\x7e\u0085\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u2028\u2029]|\u0085/;
const indicatorFirst = /^[#,[\]{}&*!|>'"%@`]/;

function analyse(text: string): Analysis {
  if (text === '') return { isMultiline: false, allowsPlain: true, allowsSingle: true, allowsBlock: false };
  const isMultiline = breaks.test(text);
  const isSpecial = special.test(text) || /\r/.test(text);
  const hasIndicator =
    text.startsWith('---') ||
    text.startsWith('...') ||
    indicatorFirst.test(text) ||
    /^[?:-](?:[ \t]|$)/.test(text) ||
    /.:(?:[ \t]|$)/s.test(text) ||
    /[\s\u0085\u2028\u2029]#/.test(text);
  const isEdged = /^[ \r\n\u0085\u2028\u2029]|[ \r\n\u0085\u2028\u2029]$/.test(text);
  const isSpaceBehindBreak = /[\r\n\u0085\u2028\u2029] /.test(text);
  const isBreakBehindSpace = / [\r\n\u0085\u2028\u2029]/.test(text);
  return {
    isMultiline,
    allowsPlain: !(isEdged || isSpaceBehindBreak || isBreakBehindSpace || isSpecial || isMultiline || hasIndicator),
    allowsSingle: !(isSpaceBehindBreak || isBreakBehindSpace || isSpecial),
    allowsBlock: !(text.endsWith(' ') || isBreakBehindSpace || isSpecial),
  };
}

const base60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;

/** True for a text that would read as something else without quotes. */
function readsAsOther(text: string): boolean {
  const resolved = resolvePlain(text);
  return (resolved.type !== 'string' && resolved.type !== 'merge') || base60.test(text) || isTimestamp(text);
}

/** True for a key that can be written before a `:`, on one line. */
export function isSimpleKey(text: string, bytes: number): boolean {
  return bytes <= 128 && !breaks.test(text);
}

/** How go-yaml v2 writes a string. */
export function styleOf(text: string, isKey: boolean, isOther: (text: string) => boolean = readsAsOther): WrittenStyle {
  if (harmless.test(text)) return isOther(text) ? 'double' : 'plain';
  const analysis = analyse(text);
  let style: WrittenStyle = text.includes('\n') ? 'literal' : isOther(text) ? 'double' : 'plain';
  if (isKey && analysis.isMultiline) style = 'double';
  if (style === 'plain' && (!analysis.allowsPlain || (text === '' && isKey))) style = 'single';
  if (style === 'single' && !analysis.allowsSingle) style = 'double';
  if (style === 'literal' && (!analysis.allowsBlock || isKey)) style = 'double';
  return style;
}
