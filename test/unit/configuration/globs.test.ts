import assert from 'node:assert/strict';
import { globFault, matcherOf } from '../../../server/configuration/globs';

const cases: { about: string; glob: string; matches: string[]; misses: string[] }[] = [
  {
    about: 'without a slash is looked for at any depth',
    glob: '*.tpl.yaml',
    matches: ['a.tpl.yaml', 'charts/web/a.tpl.yaml'],
    misses: ['a.yaml', 'tpl.yaml'],
  },
  {
    about: 'with a slash begins at the folder of the configuration',
    glob: 'charts/*.yaml',
    matches: ['charts/a.yaml'],
    misses: ['web/charts/a.yaml', 'charts/web/a.yaml'],
  },
  {
    about: 'with a slash in front begins there too',
    glob: '/charts',
    matches: ['charts/a.yaml', 'charts/web/a.yaml'],
    misses: ['web/charts/a.yaml'],
  },
  {
    about: 'that names a folder means everything below it',
    glob: 'vendor',
    matches: ['vendor/a.yaml', 'web/vendor/deep/a.yaml'],
    misses: ['vendors/a.yaml'],
  },
  {
    about: 'with a slash at the end means a folder, not a file',
    glob: 'vendor/',
    matches: ['vendor/a.yaml', 'web/vendor/deep/a.yaml'],
    misses: ['vendor'],
  },
  {
    about: 'with two stars means any depth',
    glob: 'a/**/b.yaml',
    matches: ['a/b.yaml', 'a/x/y/b.yaml'],
    misses: ['b.yaml'],
  },
  { about: 'finds names that begin with a dot', glob: '**/*.yaml', matches: ['.github/.a.yaml'], misses: ['.a.yml'] },
  { about: 'with braces is a choice', glob: '*.{yml,yaml}', matches: ['a.yml', 'b/a.yaml'], misses: ['a.json'] },
  { about: 'with a dot alone means everything', glob: '.', matches: ['a.yaml', 'a/b.yaml'], misses: [] },
  {
    about: 'takes parentheses as they are',
    glob: 'web (copy).yaml',
    matches: ['web (copy).yaml'],
    misses: ['web copy.yaml'],
  },
  { about: 'keeps the case', glob: 'Web.yaml', matches: ['Web.yaml'], misses: ['web.yaml'] },
];

describe('a glob', () => {
  for (const { about, glob, matches, misses } of cases) {
    it(`${about}: ${glob}`, () => {
      assert.equal(globFault(glob), undefined);
      const isMatch = matcherOf([glob]);
      for (const path of matches) assert.ok(isMatch(path), `${path} is missed`);
      for (const path of misses) assert.ok(!isMatch(path), `${path} is matched`);
    });
  }

  it('matches what any one of several matches, and none matches nothing', () => {
    const isMatch = matcherOf(['a.yaml', 'b/*']);
    assert.deepEqual(['a.yaml', 'b/c', 'd'].map(isMatch), [true, true, false]);
    assert.ok(!matcherOf([])('a.yaml'));
  });

  const faults: [glob: string, fault: RegExp][] = [
    ['', /names no files/],
    ['!a.yaml', /begins with "!"/],
    ['charts\\web', /backslash/],
    ['c:/work/*.yaml', /absolute/],
    ['~/work', /absolute/],
    ['../other/*.yaml', /leads out/],
    ['a[bc', /bracket/],
    ['*.{yml,yaml', /bracket/],
    ['+(a|b).yaml', /parentheses/],
    ['*a*a*a*a*b', /more than 3 "\*"/],
    ['{a,b}{a,b}{a,b}{a,b}', /more than 3 "\{"/],
    ['**/a/**/b/**/c/**/d', /more than 3 "\*\*"/],
  ];
  for (const [glob, fault] of faults) {
    it(`is refused with a reason: ${JSON.stringify(glob)}`, () => {
      assert.match(globFault(glob) ?? '', fault);
    });
  }
});
