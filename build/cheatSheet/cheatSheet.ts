import type { PageFile, SectionFile } from '../../client/cheatSheet/content';

/** The whole cheat-sheet, as the files hold it. */
export interface CheatSheet {
  readonly sections: SectionFile;
  readonly rules: PageFile;
  readonly snippets: PageFile;
}
