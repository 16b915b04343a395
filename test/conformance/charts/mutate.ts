import { below, oneOf, type Random } from '../../random';

/** What breaks templates, values and the YAML between them. */
const scraps = [
  '{{',
  '}}',
  '{{- ',
  ' -}}',
  '{{ end }}',
  '{{ else }}',
  '{{ if .Values }}',
  '{{ range . }}',
  '{{ with . }}',
  '{{/*',
  '*/}}',
  '|',
  '(',
  ')',
  '"',
  "'",
  '`',
  '$',
  '.',
  ':=',
  '=',
  ',',
  '\\',
  '%',
  '#',
  ':',
  '- ',
  '---\n',
  '...\n',
  '\n',
  ' ',
  '\t',
  '\r\n',
  '\u00a0',
  '\ufeff',
  '\u2028',
  'é',
  '😀',
  '&a ',
  '*a',
  '!!str ',
  '!!binary ',
  '<<: ',
  '? ',
  '| quote ',
  '| toYaml ',
  '| nindent 2 ',
  '| default 1 ',
  'nil',
  'true',
  '0x',
  '1e3',
  '-1',
  '9999999999999999999',
  '~',
  '[',
  ']',
  '{',
  '}',
  '>-\n',
  '|+\n',
  '@',
  'define "x"',
  'template "x" ',
  'include "x" . ',
  'break',
  'continue',
  '$x',
  '.Values.',
  '.Release.Name',
  'required "r" ',
  'fail "f"',
  'null',
  'yes',
  '2001-01-01',
  '12:30:45',
  '\u0001',
  '\u007f',
] as const;

/** A text with some characters, words or lines taken out, put in, doubled or swapped. */
export function mutated(text: string, random: Random): string {
  let now = text;
  for (let turn = 1 + below(3, random); turn > 0; turn--) now = changed(now, random);
  return now === text ? `${text}{{` : now;
}

function changed(text: string, random: Random): string {
  const at = interesting(text, random);
  const end = Math.min(text.length, at + 1 + below(oneOf([1, 4, 20, 80], random), random));
  const piece = text.slice(at, end);
  switch (below(6, random)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + oneOf(scraps, random) + text.slice(at);
    case 2:
      return text.slice(0, at) + oneOf(scraps, random) + text.slice(end);
    case 3:
      return text.slice(0, end) + piece + text.slice(end);
    case 4: {
      const other = interesting(text, random);
      return text.slice(0, other) + piece + text.slice(other);
    }
    default: {
      const lines = text.split('\n');
      const line = below(lines.length, random);
      const moved = lines.splice(line, 1 + below(2, random));
      if (random() < 0.6) lines.splice(below(lines.length + 1, random), 0, ...moved);
      return lines.join('\n');
    }
  }
}

/** A place, mostly within an action. */
function interesting(text: string, random: Random): number {
  const place = below(text.length + 1, random);
  if (random() < 0.4) return place;
  const open = text.indexOf('{{', place);
  return open < 0 ? place : Math.min(text.length, open + below(20, random));
}
