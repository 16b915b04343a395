/** What the build makes of the cheat-sheet's text, as it lies in `dist/cheatSheet/`. */

/** Text that can be copied, and run or inserted according to its kind. */
export interface Block {
  readonly kind: 'command' | 'yaml' | 'other';
  /** VS Code's name of the language. */
  readonly language: string;
  readonly text: string;
  /** What YAML is: its kind and name, or the fields that it sets. */
  readonly title?: string;
  /** The kubectl helper that asks for what the command needs and runs it. */
  readonly helper?: string;
  /** True for a command that is complete as it stands; others are typed into the terminal for the user to fill in. */
  readonly complete?: boolean;
  /** What the YAML is a part or the whole of, as snippets say it; it can be inserted then. */
  readonly fits?: string;
  /** The snippet that the block shows with its placeholders filled in. */
  readonly snippet?: string;
}

/** One page. Every `id` in its HTML is an address, so that a link is `#` and the address wherever the page is shown. */
export interface Page {
  readonly title: string;
  readonly html: string;
  /** The headings below the title. */
  readonly headings: readonly Heading[];
  /** Where a snippet belongs. */
  readonly place?: string;
}

/** A heading with its address. */
export interface Heading {
  readonly address: string;
  readonly title: string;
}

/** Pages and blocks by their addresses. */
export interface PageFile {
  readonly pages: Readonly<Record<string, Page>>;
  readonly blocks: Readonly<Record<string, Block>>;
}

/** A part of the table of contents. */
export interface Group {
  readonly title: string;
  readonly pages: readonly Heading[];
  /** True for lists of all rules, helpers and snippets: made to look things up in, not to be read. */
  readonly isReference?: true;
}

/** The sections, and the table of contents over them. */
export interface SectionFile extends PageFile {
  readonly groups: readonly Group[];
  /** The newest release that the sheet speaks of, such as `1.37`. */
  readonly kubernetesVersion: string;
}

/** What a search can find. */
export const entryKinds = ['section', 'command', 'YAML', 'diagram', 'rule', 'snippet'] as const;

/** Something that a search finds. */
export interface SearchEntry {
  readonly address: string;
  readonly kind: (typeof entryKinds)[number];
  readonly title: string;
  /** Where it stands: the page's title, or a rule's id. */
  readonly place: string;
  /** The words it is found by, besides its title. */
  readonly text: string;
}
