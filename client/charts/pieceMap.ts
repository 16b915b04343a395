import { type PackedPieces, type ProtocolRange, packedWidth } from '../../server/protocol/renderedChart';

/** A place in a file that says a piece of a rendered text. */
export interface MappedPlace extends ProtocolRange {
  /** The file's address. */
  readonly uri: string;
}

/** Leads from a rendered text to the files that say it, and back. */
export interface PieceMap {
  /** What says a place of the rendered text, most directly first. */
  readonly placesAt: (line: number, character: number) => readonly MappedPlace[];
  /** What of a file says a rendered line, most directly first. */
  readonly placesIn: (uri: string, line: number) => readonly MappedPlace[];
  /** The rendered lines that a line of a file says, in their order. */
  readonly renderedBy: (uri: string, line: number) => readonly number[];
  /** The first rendered line that is said by a line of a file or by one below it. */
  readonly firstFrom: (uri: string, line: number) => number | undefined;
  /** The first line of a file that says a rendered line or one below it. */
  readonly firstSourceFrom: (uri: string, line: number) => number | undefined;
}

/** An action or value of so many lines stands for all of them. */
const mostLines = 100;

interface Piece {
  readonly character: number;
  readonly places: MappedPlace[];
}

/** Unpacks where the pieces of a rendered text come from. */
export function pieceMap(files: readonly string[], packed: PackedPieces): PieceMap {
  const pieces = new Map<number, Piece[]>();
  const rendered = new Map<string, Map<number, Set<number>>>(files.map((uri) => [uri, new Map()]));
  for (let at = 0; at < packed.length; at += packedWidth) {
    const [line = 0, character = 0, file = 0, , startLine = 0, start = 0, endLine = 0, end = 0] = packed.slice(
      at,
      at + packedWidth,
    );
    const uri = files[file];
    if (uri === undefined) continue;
    const place = { uri, start: { line: startLine, character: start }, end: { line: endLine, character: end } };
    pieceAt(pieces, line, character).places.push(place);
    const lines = rendered.get(uri);
    for (let by = startLine; lines && by <= Math.min(endLine, startLine + mostLines); by++) {
      const known = lines.get(by);
      if (known) known.add(line);
      else lines.set(by, new Set([line]));
    }
  }
  return {
    placesAt(line, character) {
      const own = pieces.get(line) ?? [];
      return (own.findLast((piece) => piece.character <= character) ?? own[0])?.places ?? [];
    },
    placesIn(uri, line) {
      const own = (pieces.get(line) ?? []).flatMap(({ places }) => places);
      return own.filter((place) => place.uri === uri);
    },
    renderedBy: (uri, line) => [...(rendered.get(uri)?.get(line) ?? [])].sort((one, other) => one - other),
    firstFrom(uri, line) {
      const lines = [...(rendered.get(uri) ?? [])].filter(([by]) => by >= line);
      const nearest = Math.min(...lines.map(([by]) => by));
      const found = lines.find(([by]) => by === nearest);
      return found && Math.min(...found[1]);
    },
    firstSourceFrom(uri, line) {
      const below = [...pieces].filter(
        ([own, all]) => own >= line && all.some(({ places }) => places.some((place) => place.uri === uri)),
      );
      const nearest = Math.min(...below.map(([own]) => own));
      const place = below
        .find(([own]) => own === nearest)?.[1]
        .flatMap(({ places }) => places)
        .find((one) => one.uri === uri);
      return place?.start.line;
    },
  };
}

function pieceAt(pieces: Map<number, Piece[]>, line: number, character: number): Piece {
  const own = pieces.get(line) ?? [];
  pieces.set(line, own);
  const last = own.at(-1);
  if (last?.character === character) return last;
  const piece = { character, places: [] };
  own.push(piece);
  return piece;
}
