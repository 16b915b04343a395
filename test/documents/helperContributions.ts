import { commandOf, helpers } from '../../client/kubectl/catalogue/catalogue';
import type { Helper } from '../../client/kubectl/catalogue/helper';

/** A command as package.json has it; the palette searches `original` as well, where it isn't shown. */
export interface ContributedCommand {
  readonly command: string;
  readonly title: string | Localized;
  readonly category: string | Localized;
}

interface Localized {
  readonly value: string;
  readonly original: string;
}

/** The commands of the helpers, for package.json. */
export function helperCommands(): ContributedCommand[] {
  return helpers.map((helper) => ({
    command: commandOf(helper),
    title: { value: helper.title, original: foundBy(helper) },
    category: { value: 'Seaworthy', original: 'Kubernetes' },
  }));
}

function foundBy({ title, synonyms }: Helper): string {
  return [title, ...synonyms].join('; ');
}
