import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { serviceFiles } from '../../../server/features/serviceFiles';
import type { ServiceDescription } from '../../../server/protocol/snippets';
import { shippedSnippets } from '../../snippets/shippedSnippets';

const neutral = { name: 'zebra', image: 'quagga', host: 'okapi.example' } as const;

/** What the files of a service mean to kubectl, which reads YAML 1.1. */
function meant(described: ServiceDescription): string {
  const files = serviceFiles(described, shippedSnippets);
  assert.ok(files.length > 5);
  return JSON.stringify(files.map(({ text }) => parse(text, { version: '1.1' })));
}

describe('the files of a new service', () => {
  const exposures: readonly ServiceDescription['exposure'][] = ['cluster', 'ingress', 'gateway', 'load balancer'];
  const names = ['yes', 'no', 'on', 'off', 'y', 'n', 'true', 'false', 'null', 'web', 'x-1'];
  const images = ['1.0', '1e3', '0x1f', '017', '1_000', '2026-11-28', '12:30', 'null', 'yes', '08', 'a/b:1.0', '1e3/b'];
  const hosts = ['1.0', '1.5e3', '12.34', '0.017', 'yes.no', '2026.11.28'];

  it('hold names, images and hosts as strings, whatever YAML would take them for, in every place', () => {
    for (const exposure of exposures) {
      const expected = meant({ ...neutral, port: 8080, exposure });
      for (const name of names) {
        const written = expected.replaceAll(neutral.name, name);
        assert.ok(meant({ ...neutral, name, port: 8080, exposure }) === written, name);
      }
      for (const image of images) {
        const written = expected.replaceAll(neutral.image, image);
        assert.ok(meant({ ...neutral, image, port: 8080, exposure }) === written, image);
      }
      for (const host of hosts) {
        const written = expected.replaceAll(neutral.host, host);
        assert.ok(meant({ ...neutral, host, port: 8080, exposure }) === written, host);
      }
    }
  });

  it('hold the port as a number, and quotes only where there must be some', () => {
    const files = serviceFiles({ ...neutral, port: 8080, exposure: 'ingress' }, shippedSnippets);
    const text = files.map((file) => file.text).join('');
    assert.match(text, /containerPort: 8080\n/);
    assert.doesNotMatch(text, /"(?:zebra|quagga|okapi\.example)"/);
    for (const { text: written } of serviceFiles(
      { ...neutral, name: 'yes', port: 8080, exposure: 'ingress' },
      shippedSnippets,
    )) {
      const plain = written.match(/(?<=: |- )yes$/gm) ?? [];
      assert.deepEqual(plain, [], written);
    }
  });
});
