import { commandOf, helpers, runHelperCommand } from '../../client/kubectl/catalogue/catalogue';
import { type Helper, type HelperGroup, helperGroups, type Menu } from '../../client/kubectl/catalogue/helper';
import { placeholdersOfHelper } from '../../client/kubectl/commandLine/placeholders';

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

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly group?: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly ContributedCommand[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
  };
}

/** What package.json calls the menus that helpers stand in. */
const submenus: Readonly<Record<Menu, string>> = {
  editor: 'seaworthy.kubernetes',
  explorer: 'seaworthy.kubernetesFile',
};

/** What the sections of menus are called, which nobody sees: a number before it puts them in their order. */
const sections: Readonly<Record<HelperGroup, string>> = {
  Pods: 'pod',
  'Resources and fields': 'explain',
  Manifests: 'file',
  Rollouts: 'rollout',
  Access: 'access',
  'Isolation of a process': 'process',
  Kubeconfig: 'kubeconfig',
  'On a node or with Docker': 'host',
};

/** The text of package.json, with all that it says of helpers as the catalogue has it. */
export function withHelperContributions(packageJson: string): string {
  const manifest: Manifest = JSON.parse(packageJson);
  const { commands, menus } = manifest.contributes;
  const isOther = ({ command }: { readonly command?: string }) => !command?.startsWith('seaworthy.kubectl.');
  const contributes = {
    ...manifest.contributes,
    commands: [...commands.filter(isOther), ...helpers.map(contributedCommand)],
    menus: {
      ...menus,
      commandPalette: [...paletteConditions(), ...(menus.commandPalette ?? []).filter(isOther)],
      [submenus.editor]: [
        ...menuItems('editor'),
        { command: runHelperCommand, group: `${groupsIn('editor').length + 1}_all@1` },
      ],
      [submenus.explorer]: menuItems('explorer'),
    },
  };
  return `${JSON.stringify({ ...manifest, contributes }, undefined, 2)}\n`;
}

function contributedCommand(helper: Helper): ContributedCommand {
  return {
    command: commandOf(helper),
    title: { value: helper.title, original: [helper.title, ...helper.synonyms].join('; ') },
    category: { value: 'Seaworthy', original: 'Kubernetes' },
  };
}

/** The palette leaves out what is about the manifest in the editor where there is none. */
function paletteConditions(): MenuItem[] {
  return helpers
    .filter((helper) => placeholdersOfHelper(helper).some((name) => name === 'file' || name === 'fieldPath'))
    .map((helper) => ({ command: commandOf(helper), when: 'editorLangId =~ /^(yaml|helm|json)$/' }));
}

/** The helpers of a menu, in a section for each of their groups. */
function menuItems(menu: Menu): MenuItem[] {
  return groupsIn(menu).flatMap((group, section) =>
    helpersIn(menu)
      .filter((helper) => helper.group === group)
      .map((helper, position) => ({
        command: commandOf(helper),
        group: `${section + 1}_${sections[group]}@${position + 1}`,
        ...(placeholdersOfHelper(helper).includes('copiedText') && { when: 'editorHasSelection' }),
      })),
  );
}

function groupsIn(menu: Menu): HelperGroup[] {
  return helperGroups.filter((group) => helpersIn(menu).some((helper) => helper.group === group));
}

function helpersIn(menu: Menu): Helper[] {
  return helpers.filter(({ menus }) => menus?.includes(menu));
}
