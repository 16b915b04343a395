import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy on this machine that counts whom it has led on. */
export interface Proxy {
  readonly url: string;
  readonly ledOn: () => number;
  readonly stop: () => void;
}

/** Leads on whoever asks with CONNECT (RFC 9110, 9.3.6). */
export async function startHttpProxy(): Promise<Proxy> {
  const server = createHttpServer();
  return started(server, 'http', (leadOn) =>
    server.on('connect', ({ url = '' }, socket: Socket) => {
      const [host = '', port = ''] = url.split(':');
      leadOn(socket, host, Number(port), () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
    }),
  );
}

/** Leads on whoever asks without a password (RFC 1928), by address or by name. */
export async function startSocksProxy(): Promise<Proxy> {
  const server = createServer();
  return started(server, 'socks5h', (leadOn) =>
    server.on('connection', (socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([5, 0]));
        socket.once('data', (request: Buffer) => {
          const isName = request[3] === 3;
          const host = isName ? request.subarray(5, -2).toString('latin1') : [...request.subarray(4, 8)].join('.');
          const port = request.readUInt16BE(request.length - 2);
          leadOn(socket, host, port, () => socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])));
        });
      });
    }),
  );
}

type LeadOn = (socket: Socket, host: string, port: number, onConnected: () => void) => void;

async function started(server: Server, scheme: string, serve: (leadOn: LeadOn) => void): Promise<Proxy> {
  let count = 0;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  serve((socket, host, port, onConnected) => {
    count++;
    const other = connect(port, host, () => {
      onConnected();
      other.pipe(socket);
      socket.pipe(other);
    });
    sockets.add(other);
    other.on('error', () => socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    ledOn: () => count,
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
