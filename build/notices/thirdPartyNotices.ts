import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { textAt } from '../../server/unknownJson';

/** A package of which something is in a bundle. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says it: an SPDX expression. */
  readonly license: string;
  readonly author: string | undefined;
  readonly homepage: string | undefined;
  /** The texts that it ships about its licence, in the order of their names. */
  readonly texts: readonly string[];
}

/**
 * The notices that the extension ships: name, version and licence of each package that the bundles hold something of.
 *
 * @param metafiles what esbuild says of each bundle
 * @throws if a package says nothing of its licence: it names the package
 */
export async function thirdPartyNotices(metafiles: readonly Metafile[]): Promise<string> {
  const packages = await Promise.all(bundledFolders(metafiles).map(bundledPackage));
  const notices = new Map(packages.map((bundled) => [`${bundled.name} ${bundled.version}`, noticeOf(bundled)]));
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  return ['Seaworthy holds parts of the following packages, under the licences named with them.\n', ...sorted].join(
    `\n${'-'.repeat(78)}\n\n`,
  );
}

/** The folders of packages of which at least a byte is in a bundle. */
function bundledFolders(metafiles: readonly Metafile[]): string[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  const folders = inputs.flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []) : [],
  );
  return [...new Set(folders)];
}

async function bundledPackage(folder: string): Promise<BundledPackage> {
  const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const name = textAt(manifest, 'name') ?? folder;
  const license = textAt(manifest, 'license');
  if (license === undefined) throw new Error(`${folder}/package.json names no licence, so ${name} can't be shipped.`);
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return {
    name,
    version: textAt(manifest, 'version') ?? '',
    license,
    author: textAt(manifest, 'author') ?? textAt(manifest, 'author', 'name'),
    homepage: textAt(manifest, 'homepage') ?? textAt(manifest, 'repository', 'url') ?? textAt(manifest, 'repository'),
    texts,
  };
}

function noticeOf({ name, version, license, author, homepage, texts }: BundledPackage): string {
  const title = [`${name} ${version} (${license})`, ...(homepage === undefined ? [] : [homepage])].join('\n');
  const byWhom = author === undefined ? '' : ` by ${author}`;
  const terms = texts.length > 0 ? texts : [`Published${byWhom} under ${license}, without a text of the licence.`];
  return `${[title, ...terms].map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n')}\n`;
}
