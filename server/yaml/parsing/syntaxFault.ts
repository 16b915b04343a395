/** A fault of the text itself. Offsets in UTF-16 units from the document's start. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}
