/** Draws numbers from 0 up to a limit. */
export type Draw = (limit: number) => number;

const pieces = [
  ' ',
  '\n',
  '# a comment\n',
  '{{ .Values.global }}',
  '{{/* a comment */}}',
  'é',
  'x',
  '"',
  '1',
  'true',
  '{{- $_ := set .Values "drawn" (dict "a" 1) }}',
  '{{ toYaml .Values | nindent 2 }}',
];

/** A text with one edit as people and keys make them. */
export function randomEdit(text: string, draw: Draw): string {
  const lines = text.split('\n');
  const line = draw(lines.length);
  const place = draw(text.length + 1);
  switch (draw(8)) {
    case 0:
      return text.slice(0, place) + text.slice(place + 1);
    case 1:
      return lines.filter((_, index) => index !== line).join('\n');
    case 2:
      return lines.flatMap((one, index) => (index === line ? [one, one] : [one])).join('\n');
    case 3:
      return lines
        .flatMap((one, index) => (index === line ? [one, `${/^\s*/.exec(one)?.[0]}drawn${place}: 1`] : [one]))
        .join('\n');
    case 4:
      return onLine(lines, line, (one) => one.replace(/\btrue\b/, 'false'));
    case 5:
      return onLine(lines, line, (one) => one.replace(/(: *)(\S+)$/, '$1$2x'));
    case 6:
      return onLine(lines, line, (one) => `${one} # ${place}`);
    default:
      return text.slice(0, place) + (pieces[draw(pieces.length)] ?? '') + text.slice(place);
  }
}

function onLine(lines: readonly string[], line: number, change: (text: string) => string): string {
  return lines.map((one, index) => (index === line ? change(one) : one)).join('\n');
}
