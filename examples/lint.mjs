// Lints the YAML files of a folder: node examples/lint.mjs FOLDER
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lint } from 'seaworthy';

const folder = process.argv[2] ?? '.';
const names = await readdir(folder, { recursive: true });
const files = await Promise.all(
  names
    .filter((name) => /\.ya?ml$/.test(name))
    .map(async (name) => ({ file: name, text: await readFile(path.join(folder, name), 'utf8') })),
);

const { files: linted, problems } = await lint(files, { profile: 'restricted' });
for (const { file, message } of problems) console.error(`${file ?? 'options'}: ${message}`);
for (const { findings } of linted) {
  for (const { file, range, severity, message, rule } of findings) {
    console.log(`${file}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} (${rule})`);
  }
}
