import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { cachedFolder } from '../vscode/cacheFolder';
import { whyNoGo } from './goPrograms/goProgram';

/*
 * `node --import tsx test/kubernetes/buildApiServer.ts`: builds the programs of a real API server (etcd, kube-apiserver)
 * into the cache, once a machine, from Go's modules. That takes some eight minutes of processor time.
 */

/** What they are built of, pinned by apiServerPrograms/go.mod. */
const programs = { etcd: 'go.etcd.io/etcd/server/v3', 'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver' };

/** Without it the server calls itself v0.0.0, and serves no API that a release brings. */
const version = '1.37.2';

void main();

async function main(): Promise<void> {
  const reason = whyNoGo();
  if (reason !== undefined) return console.log(reason);
  const folder = await cachedFolder('api-server', async (partial) => {
    for (const [name, source] of Object.entries(programs)) {
      console.log(`Building ${name}, once: this takes minutes.`);
      await promisify(execFile)('go', ['build', ...buildFlags(), '-o', path.join(partial, name), source], {
        cwd: path.join(__dirname, 'apiServerPrograms'),
        env: { ...process.env, CGO_ENABLED: '0' },
        maxBuffer: 1 << 26,
      });
    }
  });
  console.log(`A real API server is in ${folder}`);
}

function buildFlags(): string[] {
  const [major, minor] = version.split('.');
  const set = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap((where) => [
    `-X ${where}.gitVersion=v${version}`,
    `-X ${where}.gitMajor=${major}`,
    `-X ${where}.gitMinor=${minor}`,
  ]);
  return ['-buildvcs=false', '-trimpath', '-tags', 'providerless', '-ldflags', ['-s -w', ...set].join(' ')];
}
