import assert from 'node:assert/strict';
import { helpers } from '../../../../client/kubectl/catalogue/catalogue';
import { findHelpers } from '../../../../client/kubectl/search/findHelpers';
import { typedWords } from './typedWords';

const first = (typed: string, count = 3) =>
  findHelpers(typed)
    .slice(0, count)
    .map(({ id }) => id);

describe('the list of kubectl helpers', () => {
  it('has what readers of the practice page mean among its first three answers', () => {
    const missed = typedWords.filter(([typed, ...meant]) => !first(typed).some((id) => meant.includes(id)));
    assert.deepEqual(
      missed.map(([typed]) => [typed, first(typed)]),
      [],
    );
  });

  it('begins with what the title says', () => {
    for (const { id, title } of helpers) assert.equal(first(title, 1)[0], id, title);
  });

  it('finds each helper by each command of the practice page that it stands for', () => {
    for (const { id, source } of helpers) {
      for (const line of source ?? []) assert.ok(first(line).includes(id), `${line}: ${first(line)}, not ${id}`);
    }
  });

  it('finds commands that hold names of the own cluster, and the short names of kubectl', () => {
    assert.ok(first('kubectl describe pod web-7d4b9 | grep -i events').includes('last-events'));
    assert.equal(first('k api-versions')[0], 'api-versions');
    assert.equal(first('pod events')[0], 'last-events');
    assert.equal(first('kubectl port-forward svc/web 8080:80')[0], 'port-forward');
  });

  it('has all of them where nothing was typed, and none where nothing fits', () => {
    assert.deepEqual(findHelpers(' '), helpers);
    assert.deepEqual(findHelpers('quicksilver'), []);
    assert.deepEqual(findHelpers('???'), []);
  });
});
