import { choosing, type Making } from './choosing';
import type { Value } from './random';
import { randomSecurityContext } from './securityContexts';

/** Some containers, named after what they are for. */
export function randomContainers(making: Making, name: string): Value {
  const { random } = making;
  return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, (_, index) => container(making, `${name}-${index}`));
}

function container(making: Making, name: string): Value {
  const { random } = making;
  const { sometimes } = choosing(making);
  const isDebugging = name.startsWith('debug');
  const isSetup = name.startsWith('setup');
  const isSidecar = isSetup && random.chance(0.5);
  return {
    name,
    image: 'registry.example.com/web:1.4.2',
    ports: isDebugging ? undefined : (sometimes([null, []]) ?? (random.chance(0.3) ? ports(making) : undefined)),
    ...(isDebugging ? {} : requests(making, isSetup && !isSidecar)),
    restartPolicy: isSidecar ? 'Always' : undefined,
    securityContext: randomSecurityContext(making, 'container'),
  };
}

function ports(making: Making): Value {
  const { random } = making;
  const { sometimes } = choosing(making);
  return Array.from({ length: random.pick([1, 1, 2]) }, (_, index) => {
    const containerPort = 8000 + 1000 * index + random.below(900);
    return {
      containerPort,
      hostPort: sometimes([0, containerPort, containerPort, null]),
      hostIP: sometimes(['127.0.0.1', '']),
      protocol: sometimes(['TCP', 'UDP', null]),
    };
  });
}

const hosts = ['127.0.0.1', 'shop.example.com', '::1', 'localhost', '', null, ' '] as const;

function requests(making: Making, isSetup: boolean) {
  const { random } = making;
  const { sometimes } = choosing(making);
  const handler = (isProbe: boolean): Value => {
    const host = random.chance(0.5) ? sometimes(hosts) : undefined;
    return random.pick<Value>([
      { httpGet: { port: 8080, host } },
      { httpGet: { port: 8080, path: '/', host, httpHeaders: [{ name: 'Host', value: 'shop' }] } },
      { tcpSocket: { port: 8080, host } },
      { exec: { command: ['true'] } },
      isProbe ? { grpc: { port: 8080 } } : { sleep: { seconds: 1 } },
    ]);
  };
  const probe = () => (isSetup ? undefined : sometimes([handler(true), handler(true), null]));
  const hook = () => (isSetup ? undefined : sometimes([handler(false), handler(false), null]));
  const lifecycle = { postStart: hook(), preStop: hook() };
  return {
    livenessProbe: probe(),
    readinessProbe: probe(),
    startupProbe: probe(),
    lifecycle: lifecycle.postStart === undefined && lifecycle.preStop === undefined ? sometimes([null]) : lifecycle,
  };
}
