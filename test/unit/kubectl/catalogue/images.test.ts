import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { images } from '../../../../client/kubectl/catalogue/images';
import packageJson from '../../../../package.json';

const projectFolder = path.resolve(__dirname, '../../../..');

/** The files below a folder, from the project's folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)));
}

/** The images that a text names with a version, but those of the registry of examples. */
function versionsIn(text: string): string[] {
  const found = text.matchAll(/(?<![\w.:/-])(?:[a-z0-9.-]+\/)*[a-z0-9-]+:v?\d+\.\d[\w.]*(?<!\.)/g);
  return [...found].map(([image]) => image).filter((image) => !image.startsWith('registry.example.com/'));
}

describe('versions of images', () => {
  const known = new Set<string>(Object.values(images));
  const names = Object.values(images).map((image) => image.replace(/^.*\/|:.*$/g, ''));

  it('stand in one file, whoever names an image', () => {
    const files = [...filesBelow('media/cheatsheet'), ...filesBelow('client')].filter(
      (file) => /\.(?:ts|md)$/.test(file) && !file.endsWith(path.join('catalogue', 'images.ts')),
    );
    assert.ok(files.length > 50);
    const literals = files.flatMap((file) =>
      versionsIn(readFileSync(path.join(projectFolder, file), 'utf8')).map((image) => `${file}: ${image}`),
    );
    // What the notes had named is told as what it was.
    const old = `${path.join('media', 'cheatsheet', 'changes.md')}: hashicorp/http-echo:0.2.3`;
    assert.deepEqual(
      literals.filter((literal) => literal !== old),
      [],
    );
  });

  it('are the same where a format wants them written out: in settings and snippets', () => {
    const settings = packageJson.contributes.configuration.properties;
    assert.equal(settings['seaworthy.images.busybox'].default, images.busyboxImage);
    assert.equal(settings['seaworthy.images.curl'].default, images.curlImage);
    assert.equal(settings['seaworthy.images.amicontained'].default, images.amicontainedImage);
    const snippets = filesBelow('snippets').map((file) => readFileSync(path.join(projectFolder, file), 'utf8'));
    const mentioned = snippets.flatMap(versionsIn).filter((image) => names.some((name) => image.includes(`/${name}:`)));
    assert.ok(mentioned.length > 0);
    assert.deepEqual(
      mentioned.filter((image) => !known.has(image)),
      [],
    );
  });

  it('are exact, with the registry', () => {
    for (const image of known) assert.match(image, /^docker\.io\/[\w-]+\/[\w-]+:v?\d+\.\d+(?:\.\d+)?$/);
  });
});
