import assert from 'node:assert/strict';
import { type SuggestionSources, suggestionsFor } from '../../../../client/kubectl/inputs/suggestions';

const nothing: SuggestionSources = {
  manifest: undefined,
  usualNamespace: undefined,
  lastUsed: undefined,
  contextNamespace: undefined,
};
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name: 'web',
  namespace: 'shop',
  container: 'app',
  fieldPath: 'deployment.spec.replicas',
};

/** What is suggested, with where it is from. */
function words(...asked: Parameters<typeof suggestionsFor>): string[] {
  return suggestionsFor(...asked).map(({ value, description }) => `${value}: ${description}`);
}

describe('what an input suggests', () => {
  it('is of the manifest first, then what is usual, was used last, or the context has, each once', () => {
    const sources = { ...nothing, usualNamespace: 'falco', lastUsed: 'falco', contextNamespace: 'default' };
    assert.deepEqual(words('namespace', { ...sources, manifest: deployment }), [
      'shop: from this manifest',
      'falco: usual',
      'default: of the context',
    ]);
    assert.deepEqual(words('workload', { ...nothing, manifest: deployment, lastUsed: 'daemonset/agent' }), [
      'deployment/web: from this manifest',
      'daemonset/agent: last used',
    ]);
  });

  it('is from a manifest only what it is about', () => {
    const manifest = { ...deployment, kind: 'Service' };
    assert.deepEqual(words('serviceAddress', { ...nothing, manifest }), ['http://web: from this manifest']);
    assert.deepEqual(words('pod', { ...nothing, manifest }), []);
  });

  it('is never what would be refused when typed', () => {
    assert.deepEqual(words('namespace', { ...nothing, lastUsed: '--all', contextNamespace: 'Not_A_Name' }), []);
  });

  it('is what is usual where it is typed, and each of a few choices', () => {
    assert.deepEqual(words('ports', nothing), ['8080:80: ']);
    assert.equal(suggestionsFor('debugProfile', nothing).length, 5);
  });
});
