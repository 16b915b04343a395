/** A text in place of what stands in a range. */
export interface PlacedText {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
  readonly text: string;
}

/** Lines from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}
