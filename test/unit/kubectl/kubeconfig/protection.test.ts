import assert from 'node:assert/strict';
import type { Context } from '../../../../client/kubectl/kubeconfig/kubeconfig';
import { matches } from '../../../../client/kubectl/kubeconfig/namePattern';
import { isProtected } from '../../../../client/kubectl/kubeconfig/protection';

const context = (name: string, cluster = '', server = ''): Context => ({ name, cluster, server, namespace: 'default' });
const byName = (name: string, patterns: readonly string[]) => isProtected({ name, contexts: [] }, patterns);

describe('a protected context', () => {
  it('matches one of the patterns as a whole, whatever the case', () => {
    assert.ok(byName('eu-production', ['*prod*']));
    assert.ok(byName('PROD', ['*prod*']));
    assert.ok(!byName('staging', ['*prod*']));
    assert.ok(!byName('eu-prod-2', ['*prod']));
    assert.ok(byName('a.b', ['a.b']) && !byName('axb', ['a.b']));
    assert.ok(!byName('anything', []));
    assert.ok(byName('', ['']) === false);
  });

  it('is one whose name only looks as if it were another', () => {
    for (const name of [
      'eu-рrod',
      'eu-prоd',
      'ＰＲＯＤ',
      'pr\u200Bod',
      'próduction',
      'pr0d',
      'ΡROD',
      '𝗉𝗋𝗈𝖽',
      'pr\u00ADod',
    ])
      assert.ok(byName(name, ['*prod*']), JSON.stringify(name));
    assert.ok(byName('live', ['1ive']) && byName('Iive', ['live']));
    for (const name of ['pred', 'dorp', 'pro-d', 'kind', 'тест']) assert.ok(!byName(name, ['*prod*']), name);
  });

  it('is one of the same cluster as one that is protected', () => {
    const contexts = [
      context('prod', 'main', 'https://API.example.com:443/'),
      context('admin', 'main', ''),
      context('short', 'other', 'https://api.example.com'),
      context('test', 'test', 'https://test.example.com'),
      context('named', 'eu-production', 'https://named.example.com'),
      context('none'),
      context('prod-without-cluster'),
    ];
    const guarded = contexts.filter(({ name }) => isProtected({ name, contexts }, ['*prod*']));
    assert.deepEqual(
      guarded.map(({ name }) => name),
      ['prod', 'admin', 'short', 'named', 'prod-without-cluster'],
    );
  });
});

describe('a pattern', () => {
  it('says with each * that anything may stand there, once', () => {
    const fits = (text: string, pattern: string) => matches(text, pattern);
    assert.ok(fits('abc', 'a*c') && fits('ac', 'a*c') && fits('abcabc', 'a*b*c') && fits('', '*') && fits('x', '**'));
    assert.ok(!fits('aba', 'ab*ba') && !fits('abd', 'a*c') && !fits('ab', 'a*b*b') && !fits('xabc', 'a*c'));
  });

  it('is compared in a time that grows with the text alone', () => {
    const started = process.cpuUsage().user;
    assert.equal(matches('a'.repeat(5_000), `${'a*'.repeat(1_000)}b`), false);
    assert.equal(matches('ab'.repeat(5_000), `${'*ab'.repeat(1_000)}*c*`), false);
    // A backtracking match of these takes longer than anybody lives.
    assert.ok(process.cpuUsage().user - started < 5_000_000);
  });
});
