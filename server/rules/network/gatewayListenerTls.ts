import { descend, items, mayHaveMore, member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const gatewayListenerTls: Rule = {
  id: 'gateway-listener-tls',
  title: 'Give a Gateway a listener with TLS',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:network-separation'],
  why: `A Gateway that listens for plain HTTP alone serves everything behind it unencrypted: whoever is on the way reads passwords and
session cookies, and may change what is sent. An HTTPS listener without a certificate is never programmed, so clients fall
back to the plain one.`,
  remedy: `Add a listener with \`protocol: HTTPS\` and \`tls.certificateRefs\`, and keep the plain one at most for a redirect. Gateways inside of a
mesh that encrypts by itself may be silenced with that reason.`,
  links: [
    { title: 'Gateway API: TLS', url: 'https://gateway-api.sigs.k8s.io/guides/tls/' },
    { title: 'Gateway API: HTTP redirects', url: 'https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/' },
  ],
  bad: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: example
  listeners:
    - name: web
      port: 80
      protocol: HTTP
`,
  good: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: example
  listeners:
    - name: web
      port: 443
      protocol: HTTPS
      tls:
        certificateRefs:
          - name: public-tls
`,
  looksAt: 'object',
  kinds: ['gateway.networking.k8s.io/Gateway'],
  *check({ root }) {
    const listeners = descend(root, 'spec', 'listeners');
    if (mayHaveMore(listeners)) return;
    const protocols = items(listeners).map((listener) => member(listener, 'protocol'));
    if (protocols.some(({ state }) => state === 'unknown')) return;
    const isEncrypted = protocols.some((protocol) => /^(?:HTTPS|TLS)$/.test(stringOf(protocol) ?? ''));
    for (const [index, listener] of items(listeners).entries()) {
      const protocol = member(listener, 'protocol');
      const written = stringOf(protocol);
      const tls = member(listener, 'tls');
      const certificates = { certificateRefs: [{ name: blank('gateway-tls') }] };
      if (written === 'HTTP' && !isEncrypted) {
        const name = 'https';
        yield {
          at: protocol,
          message: 'The Gateway listens for plain HTTP and nowhere for HTTPS',
          fixes: [
            {
              title: 'Add a listener for HTTPS',
              class: 'ask',
              edits: [
                set([...pathOf(listeners), items(listeners).length], {
                  name,
                  port: 443,
                  protocol: 'HTTPS',
                  tls: certificates,
                }),
              ],
            },
          ],
        };
        if (index === 0) return;
      } else if (written === 'HTTPS' && tls.state === 'absent') {
        yield {
          at: protocol,
          message: 'The listener for HTTPS has no certificate',
          fixes: [
            { title: 'Name the Secret with its certificate', class: 'ask', edits: [set(pathOf(tls), certificates)] },
          ],
        };
      }
    }
  },
};
