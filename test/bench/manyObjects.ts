/** A Deployment and, for every fourth, the Service in front of it. */
function shop(number: number): string[] {
  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${number}
  namespace: shop-${number % 7}
  labels:
    app: web-${number}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web-${number}
  template:
    metadata:
      labels:
        app: web-${number}
    spec:
      serviceAccountName: web-${number}
      containers:
        - name: web
          image: registry.example.com/web:1.4.${number}
          ports:
            - containerPort: 8080
          envFrom:
            - configMapRef:
                name: settings-${number}
`;
  const service = `apiVersion: v1
kind: Service
metadata:
  name: web-${number}
  namespace: shop-${number % 7}
spec:
  selector:
    app: web-${number}
  ports:
    - port: 80
      targetPort: 8080
`;
  return number % 4 === 0 ? [deployment, service] : [deployment];
}

/** One file of so many objects, Deployments and Services. */
export function manyDocuments(objects: number): string {
  const written: string[] = [];
  for (let number = 0; written.length < objects; number++) written.push(...shop(number));
  return written.slice(0, objects).join('---\n');
}

/** One file of so many Deployments. */
export function manyDeployments(objects: number): string {
  return Array.from({ length: objects }, (_, number) => shop(number)[0]).join('---\n');
}

/** One List of so many Pods. */
export function listOfPods(objects: number): string {
  const pods = Array.from(
    { length: objects },
    (_, number) => `  - apiVersion: v1
    kind: Pod
    metadata:
      name: web-${number}
      labels:
        app: web-${number}
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.${number}
`,
  );
  return `apiVersion: v1\nkind: List\nitems:\n${pods.join('')}`;
}
