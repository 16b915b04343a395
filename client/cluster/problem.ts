import { textAt } from '../../server/unknownJson';
/*
 * Why a cluster could not be asked, in words: what is wrong, where, and what to do.
 */

export type ProblemKind =
  | 'unreachable'
  | 'slow'
  | 'certificate'
  | 'credentials'
  | 'forbidden'
  | 'plugin'
  | 'kubeconfig'
  | 'other';

/** Why a cluster could not be asked. */
export interface ClusterProblem {
  readonly kind: ProblemKind;
  /** One or two sentences for the user. */
  readonly message: string;
}

/** What was asked of which cluster. */
export interface ClusterQuestion {
  readonly context: string;
  /** The address of the API server. */
  readonly server: string;
  /** What was wanted, as in "pods in namespace shop". */
  readonly what: string;
}

/** The problem that an HTTP answer other than success tells of; `body` is what the API server wrote. */
export function problemOfAnswer(status: number, body: string, asked: ClusterQuestion): ClusterProblem {
  const said = messageOfStatus(body);
  const detail = said ? ` (${said})` : '';
  if (status === 401) {
    return {
      kind: 'credentials',
      message: `The credentials of context ${asked.context} are not valid, or have expired. Sign in to the cluster again, then retry.${detail}`,
    };
  }
  if (status === 403) {
    return {
      kind: 'forbidden',
      message: `With context ${asked.context} you may not list ${asked.what}. Type the value, or ask for the permission.${detail}`,
    };
  }
  return {
    kind: 'other',
    message: `The API server of context ${asked.context} (${asked.server}) answered ${status} when asked for ${asked.what}.${detail}`,
  };
}

/** The problem that an error of the connection tells of. */
export function problemOfError(error: unknown, asked: ClusterQuestion): ClusterProblem {
  const { code, message } = codeAndMessage(error);
  if (code === 'ABORT_ERR' || code === 'ETIMEDOUT' || code === 'SEAWORTHY_SLOW') return slow(asked);
  if (unreachableCodes.has(code)) {
    const reason = code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'its name is not known' : reasonOf(code);
    return {
      kind: 'unreachable',
      message: `The API server of context ${asked.context} (${asked.server}) can't be reached: ${reason}. Is the cluster running, and your VPN or proxy on?`,
    };
  }
  if (/CERT|SIGNATURE|SELF_SIGNED|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ERR_OSSL/.test(code)) {
    return {
      kind: 'certificate',
      message: `The connection to the API server of context ${asked.context} (${asked.server}) is not trusted: ${message}. Check certificate-authority-data, or the address of the cluster in your kubeconfig.`,
    };
  }
  if (/exec|spawn|ENOENT|command/i.test(`${code} ${message}`)) {
    return {
      kind: 'plugin',
      message: `The credentials of context ${asked.context} could not be had: ${message}. Does its credential plugin run in a terminal?`,
    };
  }
  return {
    kind: 'other',
    message: `The cluster of context ${asked.context} could not be asked for ${asked.what}: ${message}`,
  };
}

/** The problem of an API server that did not answer in time. */
export function slow(asked: ClusterQuestion): ClusterProblem {
  return {
    kind: 'slow',
    message: `The API server of context ${asked.context} (${asked.server}) did not answer in time. Type the value, or try again.`,
  };
}

const unreachableCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'EHOSTDOWN'],
]);

function reasonOf(code: string): string {
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'the connection was cut';
  return 'there is no way to it on the network';
}

function messageOfStatus(body: string): string | undefined {
  try {
    return textAt(JSON.parse(body), 'message');
  } catch {
    // Proxies answer in HTML.
    return undefined;
  }
}

function codeAndMessage(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  // A name with several addresses fails with one error that holds those of each.
  const [first]: unknown[] = error instanceof AggregateError ? error.errors : [];
  const told = first instanceof Error ? first : error;
  const code =
    'code' in told && typeof told.code === 'string' ? told.code : told.name === 'AbortError' ? 'ABORT_ERR' : '';
  return { code, message: told.message };
}
