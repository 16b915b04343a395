import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ContributedCommand, helperCommands } from './helperCommands';
import { helpersPage } from './helpersPage';

/* `npm run helpers-page`: writes docs/helpers.md and the helpers' commands in package.json, which unit tests compare. */

const root = path.resolve(__dirname, '../..');
mkdirSync(path.join(root, 'docs'), { recursive: true });
writeFileSync(path.join(root, 'docs', 'helpers.md'), helpersPage());

const file = path.join(root, 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const commands: ContributedCommand[] = manifest.contributes.commands;
const others = commands.filter(({ command }) => !command.startsWith('seaworthy.kubectl.'));
manifest.contributes.commands = [...others, ...helperCommands()];
writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
