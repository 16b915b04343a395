import { booleanOf, type Field, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { cisBenchmark } from '../links';
import type { Rule } from '../rule';

export const kubeletAnonymousAuth: Rule = {
  id: 'kubelet-anonymous-auth',
  title: 'Have kubelets ask for credentials',
  severity: 'error',
  profile: 'recommended',
  standards: ['cis:4.2.1'],
  why: `The kubelet runs commands in the containers of its node, reads their logs and lists their pods for whoever may ask it to. With anonymous
authentication it also takes requests that show no credentials, as the user \`system:anonymous\`. Where \`authorization.mode\` is
\`AlwaysAllow\`, anybody who reaches port 10250 of the node then has all pods of it, and their tokens and secrets with them; with \`Webhook\`
a single careless binding to \`system:unauthenticated\` is enough.`,
  remedy: `Set \`authentication.anonymous.enabled: false\`, or leave the field out: in a configuration file false is the default (that of the flag
\`--anonymous-auth\` is true, and the flag wins). The API server needs a client certificate then, which \`authentication.x509.clientCAFile\`
checks, and health checks from outside need a token. Leave \`authorization.mode\` at \`Webhook\` as well: \`AlwaysAllow\` lets everybody
with credentials do everything.`,
  links: [
    {
      title: 'Kubelet authentication/authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
    },
    {
      title: 'Kubelet Configuration (v1beta1)',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
    },
    cisBenchmark('4.2.1'),
  ],
  bad: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
  mode: Webhook
`,
  good: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
  mode: Webhook
`,
  looksAt: 'kubelet configuration',
  needs: ['anonymous'],
  *check({ takesAnonymous, authorizationMode }) {
    if (booleanOf(takesAnonymous) !== true) return;
    yield {
      at: takesAnonymous,
      message: `The kubelet takes requests without credentials${whoDecides(authorizationMode)}`,
      fixes: [
        {
          title: 'Set authentication.anonymous.enabled to false (probes and scrapers without credentials are refused)',
          class: 'ask',
          edits: [set(pathOf(takesAnonymous), false)],
        },
      ],
    };
  },
};

/** What becomes of such requests; nothing where a template says, or where it is no mode that kubelets have. */
function whoDecides(mode: Field): string {
  const asked = ', and the API server alone decides what they may do';
  if (mode.state === 'absent') return `${asked} (authorization.mode is Webhook by default)`;
  switch (stringOf(mode)) {
    case 'AlwaysAllow':
      return ', and authorization.mode AlwaysAllow lets them run commands in every pod of the node';
    case 'Webhook':
      return `${asked} (authorization.mode Webhook)`;
    default:
      return '';
  }
}
