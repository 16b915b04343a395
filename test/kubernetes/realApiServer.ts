import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../vscode/cacheFolder';
import { until } from '../waiting';

/*
 * A real API server with its etcd, on loopback, from the folder that KUBEBUILDER_ASSETS names (the convention of
 * controller-runtime's envtest), else from the folder `api-server` of the cache. No controller runs beside it.
 */

/** What a server answers. */
export interface Answer {
  readonly status: number;
  /** Of the headers "Warning", without code and quotes. */
  readonly warnings: readonly string[];
  readonly body: string;
}

/** A server that runs. */
export interface RealApiServer {
  readonly ask: (path: string, sent?: { readonly method: string; readonly yaml: string }) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** The flags that switch everything on. */
export const everythingOn = ['--runtime-config=api/all=true', '--feature-gates=AllAlpha=true,AllBeta=true'] as const;

/** Why no API server can be started here; undefined where one can. */
export function whyNoApiServer(): string | undefined {
  const folder = programsFolder();
  const missing = ['kube-apiserver', 'etcd'].filter((program) => !existsSync(path.join(folder, program)));
  return missing.length > 0
    ? `${folder} holds no ${missing.join(' and no ')}, and KUBEBUILDER_ASSETS names no other folder: a real API server is not asked`
    : undefined;
}

function programsFolder(): string {
  return process.env.KUBEBUILDER_ASSETS || path.join(cacheFolder(), 'api-server');
}

/** Starts a server with an empty etcd, and waits until it is ready. */
export async function startRealApiServer(flags: readonly string[] = []): Promise<RealApiServer> {
  const programs = programsFolder();
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-api-server-'));
  const [client, peer, secure] = await freePorts(3);
  const running: ChildProcess[] = [];
  const start = (program: string, given: readonly string[]) => {
    const child = spawn(path.join(programs, program), given, { stdio: 'ignore' });
    running.push(child);
    return child;
  };
  const stop = async () => {
    // Killed, since the API server waits for a minute when it is asked to stop.
    await Promise.all(running.map((child) => ended(child, 'SIGKILL')));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = path.join(folder, 'accounts.key');
    await writeFile(key, keys.privateKey.export({ type: 'pkcs1', format: 'pem' }));
    const tokens = path.join(folder, 'tokens.csv');
    await writeFile(tokens, `${token},tester,tester,system:masters\n`);
    const [at, peerAt] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
    start('etcd', [
      `--data-dir=${path.join(folder, 'etcd')}`,
      '--unsafe-no-fsync',
      `--listen-client-urls=${at}`,
      `--advertise-client-urls=${at}`,
      `--listen-peer-urls=${peerAt}`,
      `--initial-advertise-peer-urls=${peerAt}`,
      `--initial-cluster=default=${peerAt}`,
    ]);
    const server = start('kube-apiserver', [
      `--etcd-servers=${at}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${secure}`,
      `--cert-dir=${path.join(folder, 'certificates')}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-signing-key-file=${key}`,
      `--service-account-key-file=${key}`,
      '--service-cluster-ip-range=10.96.0.0/16',
      '--authorization-mode=RBAC',
      `--token-auth-file=${tokens}`,
      '--allow-privileged',
      '--endpoint-reconciler-type=none',
      '--disable-admission-plugins=ServiceAccount',
      ...flags,
    ]);
    const ask: RealApiServer['ask'] = (where, sent) => asked(`https://127.0.0.1:${secure}${where}`, sent);
    await until('kube-apiserver is ready', async () => {
      if (server.exitCode !== null) throw new Error(`kube-apiserver ended with exit code ${server.exitCode}`);
      return (await ask('/readyz').catch(() => undefined))?.status === 200;
    });
    return { ask, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const token = 'tester-token';

function asked(url: string, sent?: { readonly method: string; readonly yaml: string }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method: sent?.method ?? 'GET',
        headers: { authorization: `Bearer ${token}`, ...(sent ? { 'content-type': 'application/yaml' } : {}) },
        // It signs for itself, with a certificate made a moment ago.
        rejectUnauthorized: false,
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const warnings = incoming.headersDistinct.warning ?? [];
          resolve({
            status: incoming.statusCode ?? 0,
            warnings: warnings.map((text) => text.replace(/^\d+ \S+ "(.*)"$/, '$1')),
            body: Buffer.concat(parts).toString('utf8'),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(sent?.yaml);
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once('close', resolve);
    child.kill(signal);
  });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
