import type { Server } from 'node:https';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ObjectStore } from './objectStore';

/*
 * Attach and exec over WebSockets (v5.channel.k8s.io): each message begins with its channel, 0 for standard input, 1 for
 * output, 3 for how it ended, 255 for a channel that is closed.
 */

const prompt = '/ # ';
const processStatus = [
  ...['Name:\tnginx', 'CapInh:\t0000000000000000', 'CapPrm:\t0000000000000400', 'CapEff:\t0000000000000400'],
  ...['CapBnd:\t00000000a80425fb', 'CapAmb:\t0000000000000000', 'NoNewPrivs:\t1', 'Seccomp:\t2', 'Seccomp_filters:\t1'],
];

/** Serves attach as a shell that ends with "exit", and exec as the few programs that tests run. */
export function serveStreams(
  server: Server,
  store: ObjectStore,
  typed: Map<string, string>,
  received: (path: string) => void,
): void {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (protocols) => [...protocols][0] ?? false });
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'https://127.0.0.1');
    received(request.url ?? '');
    const [, namespace = '', pod = '', what] =
      /\/namespaces\/([^/]+)\/pods\/([^/]+)\/(attach|exec)$/.exec(url.pathname) ?? [];
    if (!what) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (what === 'exec') return execute(webSocket, url.searchParams.getAll('command'));
      const program = podProgram(store, namespace, pod);
      if (program === 'curl') {
        write(webSocket, 1, 'HTTP/1.1 200 OK\r\n\r\nhello from web\r\n');
        store.finish(namespace, pod);
        return end(webSocket);
      }
      shell(
        webSocket,
        (text) => typed.set(pod, (typed.get(pod) ?? '') + text),
        () => store.finish(namespace, pod),
      );
    });
  });
}

function podProgram(store: ObjectStore, namespace: string, pod: string): string | undefined {
  return /"args":\["(\w+)"/.exec(JSON.stringify(store.get('pods', namespace, pod) ?? {}))?.[1];
}

function execute(socket: WebSocket, command: readonly string[]): void {
  if (command[0] === 'sh') {
    shell(
      socket,
      () => {},
      () => {},
    );
    return;
  }
  const line = command.join(' ');
  if (/^cat \/proc\/\w+\/status$/.test(line)) write(socket, 1, `${processStatus.join('\n')}\n`);
  else if (line.startsWith('cat /proc/')) write(socket, 1, 'cri-containerd.apparmor.d (enforce)\n');
  else write(socket, 1, `ran ${line}\n`);
  end(socket);
}

function shell(socket: WebSocket, heard: (text: string) => void, ended: () => void): void {
  let line = '';
  write(socket, 1, prompt);
  socket.on('message', (data) => {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(String(data));
    if (bytes[0] !== 0) return;
    const text = bytes.subarray(1).toString('utf8');
    heard(text);
    write(socket, 1, text.replaceAll('\r', '\r\n'));
    line += text;
    if (!/[\r\n]/.test(line)) return;
    if (/^exit\s/.test(line)) {
      ended();
      end(socket);
    } else write(socket, 1, prompt);
    line = '';
  });
}

function write(socket: WebSocket, channel: number, text: string): void {
  socket.send(Buffer.concat([Buffer.from([channel]), Buffer.from(text)]));
}

function end(socket: WebSocket): void {
  write(socket, 3, JSON.stringify({ metadata: {}, status: 'Success' }));
  socket.close(1000);
}
