import { fragmentOf, partsOf } from '../../server/features/snippets/fragment';
import type { Snippet } from '../../server/features/snippets/snippet';
import { outlineOf } from '../../server/yaml/typing/outline';
import { type BlockLayout, laidOut } from '../../server/yaml/typing/outlineLayout';

/** Where the cursor stands in a text. */
export const cursorMark = '‸';

/** A hardened pod, its container last, so that everything a snippet is for can be added to either. */
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
spec:
  automountServiceAccountToken: false
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: registry.example.com/app:1.0.0
      ports:
        - name: http
          containerPort: 8080
      resources:
        requests:
          cpu: 100m
          memory: 128Mi
        limits:
          memory: 128Mi
      livenessProbe:
        tcpSocket:
          port: http
        failureThreshold: 6
      readinessProbe:
        tcpSocket:
          port: http
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop:
            - ALL
      volumeMounts:
        - name: cache
          mountPath: /var/cache
      volumeDevices: []
  volumes:
    - name: cache
      emptyDir: {}
    - name: tmp
      emptyDir: {}
    - name: secrets
      secret:
        secretName: web-secrets
        optional: true
`;

const apiServer = `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  hostNetwork: true
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.37.0
`;

const namespace = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`;

/** A manifest for a snippet to be inserted into, without what the snippet writes, the cursor where it belongs. */
export function surroundingsOf(snippet: Snippet, layout: BlockLayout): string {
  switch (snippet.fits) {
    case 'pod':
      return snippet.mentions ? opened(apiServer, ['spec'], snippet, layout) : opened(pod, ['spec'], snippet, layout);
    case 'container': {
      const text = snippet.mentions ? apiServer : pod;
      return opened(text, ['spec', 'containers', ''], snippet, layout);
    }
    case 'pod metadata':
      return opened(pod, ['metadata'], snippet, layout);
    case 'Namespace':
      return opened(namespace, ['metadata'], snippet, layout);
    default:
      return cursorMark;
  }
}

/** The text without the keys that a snippet writes below a node, and a line for the cursor in their place. */
function opened(text: string, path: readonly string[], snippet: Snippet, layout: BlockLayout): string {
  const lines = text.split('\n');
  const outline = outlineOf(lines);
  const node = path.reduce((holder, name) => holder.children.find((child) => child.name === name) ?? holder, outline);
  const written = partsOf(fragmentOf(snippet.body)).map(({ node: { name } }) => name);
  const gone = node.children.filter(({ name }) => written.includes(name));
  const left = lines.filter((_, index) => !gone.some(({ line, lastLine }) => line <= index && index <= lastLine));
  const column = node.children[0]?.column ?? 0;
  const last = outlineOf(left);
  const holder = path.reduce((below, name) => below.children.find((child) => child.name === name) ?? below, last);
  left.splice(holder.lastLine + 1, 0, `${' '.repeat(column)}${cursorMark}:`);
  return laidOut(left, layout, 0).join('\n').replace(`${cursorMark}:`, cursorMark);
}
