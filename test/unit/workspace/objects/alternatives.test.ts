import assert from 'node:assert/strict';
import { alternatives } from '../../../../server/workspace/objects/alternatives';
import { indexed } from './indexing';

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';

/** What is known of some files: URI → text. */
function recordOf(files: Readonly<Record<string, string>>) {
  const record = alternatives();
  for (const [uri, text] of Object.entries(files)) record.add(indexed(uri, text));
  return record;
}

describe('alternatives in a workspace', () => {
  it('are folders that hold an object of the same name, with everything that is in them', () => {
    const { areAlternatives } = recordOf({
      '/w/live/web.yaml': service('web'),
      '/w/live/deep/db.yaml': service('db'),
      '/w/test/web.yaml': service('web'),
      '/w/shared/cache.yaml': service('cache'),
    });
    assert.equal(areAlternatives('/w/live/deep/db.yaml', '/w/test/web.yaml'), true);
    assert.equal(areAlternatives('/w/live/web.yaml', '/w/live/deep/db.yaml'), false);
    assert.equal(areAlternatives('/w/live/web.yaml', '/w/shared/cache.yaml'), false);
    assert.equal(areAlternatives('/w/live/web.yaml', '/w/live/web.yaml'), false);
  });

  it('are files of one folder that hold the same object', () => {
    const { areAlternatives } = recordOf({ '/w/v1.yaml': service('web'), '/w/v2.yaml': service('web') });
    assert.equal(areAlternatives('/w/v1.yaml', '/w/v2.yaml'), true);
  });

  it('are no longer such when one of the two objects goes', () => {
    const record = recordOf({ '/w/a/web.yaml': service('web'), '/w/b/web.yaml': service('web') });
    assert.equal(record.areAlternatives('/w/a/web.yaml', '/w/b/web.yaml'), true);
    record.remove(indexed('/w/b/web.yaml', service('web')));
    assert.equal(record.areAlternatives('/w/a/web.yaml', '/w/b/web.yaml'), false);
  });

  it('are not made by a namespace that both declare, nor by a template or a patch', () => {
    const { areAlternatives, add } = recordOf({ '/w/a/x.yaml': namespace, '/w/b/x.yaml': namespace });
    add(indexed('/w/a/web.yaml', service('web')));
    add(indexed('/w/b/web.yaml', service('web'), { standing: 'patch' }));
    add(indexed('/w/b/t.yaml', service('web'), { standing: 'template' }));
    assert.equal(areAlternatives('/w/a/x.yaml', '/w/b/x.yaml'), false);
  });
});
