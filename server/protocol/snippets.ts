import type { RequestType } from './messageTypes';
import type { PlacedText, ProtocolPosition } from './positions';

/** What the client adds to a request for completion: how many columns a level has in a document that shows none. */
export interface IndentedRequest {
  readonly indent?: number;
}

/** Asks for all snippets: those first that fit where the cursor is, if it is told. */
export const snippetsRequest: RequestType<SnippetsParams, SnippetSummary[]> = {
  method: 'seaworthy/snippets',
  ifMissing: {},
};

/** Where the cursor is, if it is anywhere. */
export interface SnippetsParams extends IndentedRequest {
  readonly uri?: string;
  readonly position?: ProtocolPosition;
}

/** A snippet as a list shows it. */
export interface SnippetSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What a person would type to find it. */
  readonly prefixes: readonly string[];
  /** What it is a part or the whole of: `pod`, `document` … */
  readonly fits: string;
  /** VS Code's name of its language. */
  readonly language: string;
  /** Its text with the default values. */
  readonly preview: string;
}

/** Asks where a snippet goes. */
export const snippetPlacementRequest: RequestType<SnippetPlacementParams, SnippetPlacement> = {
  method: 'seaworthy/snippetPlacement',
};

/** YAML that is none of the snippets, and what it is a part or the whole of, as snippets say it. */
export interface WrittenPart {
  readonly text: string;
  readonly fits: string;
}

export interface SnippetPlacementParams extends IndentedRequest {
  /** A snippet's id, or what is inserted in the way of a snippet. */
  readonly snippet: string | WrittenPart;
  /** The document to insert into; without one the snippet becomes a new file. */
  readonly uri?: string;
  readonly position?: ProtocolPosition;
}

/** What to do to insert a snippet. */
export type SnippetPlacement =
  /** Replace these ranges by these snippets (in VS Code's syntax, with all their indentation). */
  | {
      readonly outcome: 'edits';
      readonly edits: readonly PlacedText[];
    }
  /** Ask again with the position of one of these places. */
  | {
      readonly outcome: 'choice';
      readonly question: string;
      readonly places: readonly { readonly label: string; readonly position: ProtocolPosition }[];
    }
  /** It is a file of its own. */
  | { readonly outcome: 'new file'; readonly language: string; readonly text: string }
  /** Nothing can be done; the message says why. */
  | { readonly outcome: 'nothing'; readonly message: string };

/** Asks for the files of a new service. */
export const serviceFilesRequest: RequestType<ServiceDescription, ServiceFile[]> = { method: 'seaworthy/serviceFiles' };

/** How a service is reached. */
export type Exposure = 'cluster' | 'ingress' | 'gateway' | 'load balancer';

/** What somebody says of a new service. */
export interface ServiceDescription {
  readonly name: string;
  readonly image: string;
  readonly port: number;
  readonly exposure: Exposure;
  /** The host name that leads to it, for `ingress` and `gateway`. */
  readonly host?: string;
}

export interface ServiceFile {
  readonly name: string;
  readonly text: string;
}
