/** A pod with its own ServiceAccount. */
export const pod = (name: string, more = '') => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  labels:
    app: ${name}
spec:
  serviceAccountName: ${name}
${more}  containers:
    - name: ${name}
      image: registry.example.com/web:1.0
`;
/** What breaks a practice, whatever stands beside the pod. */
export const bad = '  hostNetwork: true\n';
/** A binding that makes a ServiceAccount the administrator of the namespace. */
export const binding = (account: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: admin
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: ${account}
    namespace: shop
`;
