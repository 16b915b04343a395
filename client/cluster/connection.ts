import http from 'node:http';
import https from 'node:https';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { type ClusterProblem, type ClusterQuestion, problemOfAnswer, problemOfError, slow } from './problem';

/** Which cluster to ask, as whom. */
export interface Connection {
  /** Paths of the kubeconfig files; as for kubectl, the first that has a name wins. */
  readonly kubeconfigFiles: readonly string[];
  readonly context: string;
}

/** How long one question may take, and what ends it early. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly milliseconds: number;
}

export type Answer =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'problem'; readonly problem: ClusterProblem };

/** Gets a path of the API, such as `/api/v1/nodes`. `what` says in words what it is. Never throws. */
export async function get(connection: Connection, path: string, what: string, patience: Patience): Promise<Answer> {
  let asked: ClusterQuestion = { context: connection.context, server: 'unknown', what };
  try {
    const config = configurationOf(connection);
    if (typeof config === 'string') return problem(`Your kubeconfig can't be read: ${config}. Mend it, then retry.`);
    const server = config.getCurrentCluster()?.server;
    if (!server) return problem(`Context ${connection.context} names no cluster that your kubeconfig has.`);
    asked = { ...asked, server };
    return await within(patience, asked, async (signal) => {
      const options: https.RequestOptions = { headers: { accept: 'application/json' } };
      await config.applyToHTTPSOptions(options);
      const { status, body } = await answerOf(new URL(server.replace(/\/$/, '') + path), { ...options, signal });
      if (status !== 200) return { kind: 'problem', problem: problemOfAnswer(status, body, asked) };
      const parsed: unknown = JSON.parse(body);
      return { kind: 'answer', body: parsed };
    });
  } catch (error) {
    return { kind: 'problem', problem: problemOfError(error, asked) };
  }
}

function problem(message: string): Answer {
  return { kind: 'problem', problem: { kind: 'kubeconfig', message } };
}

/** A credential plugin can't be told to stop, so its time counts, but nothing waits for its end. */
function within(
  patience: Patience,
  asked: ClusterQuestion,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const ending = new AbortController();
  return new Promise((resolve, reject) => {
    const end = () => {
      resolve({ kind: 'problem', problem: slow(asked) });
      ending.abort();
    };
    const timer = setTimeout(end, patience.milliseconds);
    patience.signal.addEventListener('abort', end, { once: true });
    ask(ending.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        patience.signal.removeEventListener('abort', end);
      });
  });
}

function answerOf(url: URL, options: https.RequestOptions): Promise<{ status: number; body: string }> {
  const { request } = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const asking = request(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      );
    });
    asking.on('error', reject).end();
  });
}

/** What kubeconfig files say, or what is wrong with them. */
function configurationOf(connection: Connection): KubeConfig | string {
  try {
    return loaded(connection);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function loaded({ kubeconfigFiles, context }: Connection): KubeConfig {
  const parts = kubeconfigFiles.map((file) => {
    const part = new KubeConfig();
    part.loadFromFile(file);
    return part;
  });
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: parts.flatMap(({ clusters }) => clusters),
    users: parts.flatMap(({ users }) => users),
    contexts: parts.flatMap(({ contexts }) => contexts),
    currentContext: context,
  });
  return config;
}
