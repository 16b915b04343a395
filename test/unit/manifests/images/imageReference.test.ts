import assert from 'node:assert/strict';
import { parseImageReference } from '../../../../server/manifests/images/imageReference';
import { placeholder } from '../../../../server/yaml/parsing/placeholder';

const digest = `sha256:${'a'.repeat(64)}`;

/** Registry, repository, tag and digest of a reference in which `?` stands for what a template writes. */
function partsOf(written: string) {
  const reference = parseImageReference(written.replaceAll('?', placeholder));
  return reference && [reference.registry, reference.repository, reference.tag, reference.digest];
}

describe('the reference of an image', () => {
  const references: readonly (readonly [written: string, parts: ReturnType<typeof partsOf>])[] = [
    ['nginx', ['docker.io', 'library/nginx', undefined, undefined]],
    ['nginx:1.29', ['docker.io', 'library/nginx', '1.29', undefined]],
    ['bitnami/nginx', ['docker.io', 'bitnami/nginx', undefined, undefined]],
    ['index.docker.io/bitnami/nginx', ['docker.io', 'bitnami/nginx', undefined, undefined]],
    ['reg:5000/web', ['reg:5000', 'web', undefined, undefined]],
    ['reg:5000/web:1.2', ['reg:5000', 'web', '1.2', undefined]],
    ['localhost/web', ['localhost', 'web', undefined, undefined]],
    [`ghcr.io/a/b@${digest}`, ['ghcr.io', 'a/b', undefined, digest]],
    [`ghcr.io/a/b:1@${digest}`, ['ghcr.io', 'a/b', '1', digest]],
    ['[::1]:5000/web', ['[::1]:5000', 'web', undefined, undefined]],
    ['?', [null, null, null, null]],
    ['?:?', [null, null, null, undefined]],
    ['?:latest', [null, null, 'latest', undefined]],
    ['?/web', [null, null, undefined, undefined]],
    ['ghcr.io/web-?', ['ghcr.io', null, null, null]],
    ['ghcr.io/web:1-?', ['ghcr.io', 'web', null, undefined]],
    ['${REGISTRY}/web:${TAG}', [null, null, null, undefined]],
    ['<image>', undefined],
    ['REPLACE_ME', undefined],
    ['ko://github.com/a/b', undefined],
    ['nginx:', undefined],
    ['nginx@sha256:12', undefined],
    ['', undefined],
  ];
  for (const [written, parts] of references) {
    it(`is taken apart: ${written}`, () => assert.deepEqual(partsOf(written), parts));
  }
});
