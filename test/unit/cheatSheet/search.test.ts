import assert from 'node:assert/strict';
import path from 'node:path';
import { renderedCheatSheet } from '../../../build/cheatSheet/buildCheatSheet';
import type { SearchEntry } from '../../../client/cheatSheet/content';
import { type SearchEngine, searchEngine } from '../../../client/cheatSheet/searchEngine';
import { searchEntries } from '../../../client/cheatSheet/searchEntries';

describe('the search of the cheat-sheet', () => {
  let entries: SearchEntry[];
  let engine: SearchEngine;

  before(async () => {
    entries = searchEntries(await renderedCheatSheet(path.resolve(__dirname, '../../..')));
    engine = searchEngine(entries);
  });

  const found = (query: string) => engine.find(query, 30).map(({ kind, title }) => `${kind} ${title}`);

  /** What stands first for a query. */
  const first: readonly [query: string, expected: RegExp][] = [
    ['seccomp', /^section Seccomp$/],
    ['secc', /^section Seccomp$/],
    ['how do I check if seccomp is enabled', /^section /],
    ['what is a liveness probe', /iveness/],
    ['the readiness of a pod', /eadiness/],
    ['filesystem read only', /read-only|readOnly|file system/i],
    ['dashboard token', /dashboard/i],
    ['apparmor annotation', /apparmor/i],
    ['falco service start', /Start it as a service/],
    ['kata', /^section Kata Containers$/],
  ];
  for (const [query, expected] of first) {
    it(`puts first what was meant by "${query}"`, () => {
      assert.match(found(query)[0] ?? 'nothing', expected, found(query).slice(0, 6).join('\n'));
    });
  }

  it('finds what has only some of the words, behind what has all', () => {
    const titles = found('seccomp zebra');
    assert.match(titles[0] ?? 'nothing', /^section Seccomp$/);
    const small = searchEngine([
      { address: 'a', kind: 'section', title: 'Network', place: 'A', text: 'network network network' },
      { address: 'b', kind: 'command', title: 'Policies', place: 'B', text: 'a policy of the network' },
    ]);
    assert.deepEqual(
      small.find('network policy', 5).map(({ address }) => address),
      ['b', 'a'],
    );
  });

  it('asks nothing of the words that a question is made of, unless there are no others', () => {
    assert.deepEqual(found('How do I use the gVisor?'), found('gVisor'));
    assert.ok(found('what').length > 0);
  });

  it('tells apart what has the same title', () => {
    const names = entries.map(({ kind, title }) => `${kind} ${title.toLowerCase()}`);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
    const profiles = found("seccomp runtime's default profile").join('\n');
    assert.match(profiles, /snippet .*\(in a pod\)/);
    assert.match(profiles, /snippet .*\(in a container\)/);
  });

  it('names a piece of YAML by the fields that it sets', () => {
    const titles = entries.filter(({ kind }) => kind === 'YAML').map(({ title }) => title);
    assert.ok(titles.includes('spec.securityContext.seccompProfile.type'), titles.join('\n'));
    assert.ok(titles.includes('Namespace shop'));
  });
});
