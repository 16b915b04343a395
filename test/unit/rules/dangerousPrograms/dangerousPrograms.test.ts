import { kubernetesDashboardExposed } from '../../../../server/rules/dangerousPrograms/kubernetesDashboardExposed';
import { tiller } from '../../../../server/rules/dangerousPrograms/tiller';
import { assertMarked } from '../markedManifest';

const pod = (image: string, args = '') => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}
${args}`;

describe('tiller', () => {
  it('is told by its image', () => {
    assertMarked(pod('gcr.io/kubernetes-helm/tiller:v2.16.0 # ← tiller'), { rules: [tiller] });
    assertMarked(pod('registry.example.com/distiller:v1'), { rules: [tiller] });
  });
});

describe('kubernetes-dashboard-exposed', () => {
  const rules = [kubernetesDashboardExposed];

  it('reports flags that skip the login, of the dashboard alone', () => {
    const args = (mark: string) =>
      `      args:\n        - --auto-generate-certificates\n        - --enable-skip-login${mark}\n`;
    assertMarked(pod('kubernetesui/dashboard:v2.7.0', args(' # ← kubernetes-dashboard-exposed')), { rules });
    assertMarked(pod('kubernetesui/metrics-scraper:v1', args('')), { rules });
    assertMarked(pod('grafana/dashboard:v1', args('')), { rules });
  });

  it('reports an Ingress that leads there', () => {
    assertMarked(
      `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: tools
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: kubernetes-dashboard # ← kubernetes-dashboard-exposed
                port:
                  number: 443
          - path: /wiki
            pathType: Prefix
            backend:
              service:
                name: wiki
                port:
                  number: 80
`,
      { rules },
    );
  });
});
