import type { KubectlHelper } from './helper';

/*
 * Go templates write their strings in back quotes: Windows PowerShell hands double quotes on to programs in a way of
 * its own, and every shell leaves back quotes alone within its quotes.
 */
const bindingsOfServiceAccount =
  '{{range .items}}{{$binding := .}}{{range .subjects}}' +
  '{{if or (and (eq .kind `ServiceAccount`) (eq .name `<podServiceAccount>`) (eq .namespace `<namespace>`))' +
  ' (and (eq .kind `Group`) (or (eq .name `system:serviceaccounts`) (eq .name `system:serviceaccounts:<namespace>`)' +
  ' (eq .name `system:authenticated`)))}}' +
  '{{print $binding.kind `/` $binding.metadata.name}}' +
  '{{with $binding.metadata.namespace}}{{print ` in ` .}}{{end}}' +
  '{{println `:` $binding.roleRef.kind $binding.roleRef.name `through` .kind .name}}' +
  '{{end}}{{end}}{{end}}';

/** Helpers about who may do what. */
export const accessHelpers: readonly KubectlHelper[] = [
  {
    kind: 'kubectl',
    id: 'service-account-permissions',
    title: 'What may this ServiceAccount do?',
    synonyms: ['kubectl auth can-i --list', 'RBAC', 'rights', 'privileges'],
    group: 'Access',
    useful: 'The rules that hold for a ServiceAccount in its namespace, whichever binding grants them.',
    scope: 'namespace',
    steps: [{ words: ['auth', 'can-i', '--list', '--as=system:serviceaccount:<namespace>:<serviceAccount>'] }],
  },
  {
    kind: 'kubectl',
    id: 'pod-service-account-bindings',
    title: "Show bindings of pod's ServiceAccount",
    synonyms: ['RBAC', 'RoleBinding', 'privilege escalation', 'kubectl get rolebindings'],
    group: 'Access',
    useful: 'When a pod has too many privileges: its ServiceAccount, and each binding that grants it something.',
    source: [
      'kubectl get pod POD -o yaml | grep serviceAccount',
      'kubectl get rolebindings',
      'kubectl get rolebinding NAME -o jsonpath=...',
      'kubectl describe rolebinding NAME',
    ],
    changed: 'ClusterRoleBindings count as well, and so do bindings to the groups that every ServiceAccount is in.',
    scope: 'namespace',
    steps: [
      {
        words: [
          ...['get', 'pod', '<pod>'],
          '--output=custom-columns=POD:.metadata.name,SERVICEACCOUNT:.spec.serviceAccountName,MOUNTS_TOKEN:.spec.automountServiceAccountToken',
        ],
      },
      {
        words: [
          ...['get', 'rolebindings,clusterrolebindings', '--all-namespaces'],
          `--output=go-template=${bindingsOfServiceAccount}`,
        ],
      },
    ],
  },
  {
    kind: 'kubectl',
    id: 'describe-role-bindings',
    title: 'Describe role bindings of namespace',
    synonyms: ['RBAC', 'kubectl describe rolebindings', 'roles'],
    group: 'Access',
    useful: 'Role and subjects of each RoleBinding in a namespace.',
    scope: 'namespace',
    steps: [{ words: ['describe', 'rolebindings'] }],
  },
  {
    kind: 'kubectl',
    id: 'dashboard-token',
    title: 'Create token for dashboard',
    synonyms: ['sign in', 'login', 'kubectl create token'],
    group: 'Access',
    useful: 'A token that signs in to the dashboard as a ServiceAccount, valid for an hour.',
    source: ['kubectl -n kubernetes-dashboard get sa/admin-user -o jsonpath="{.secrets[0].name}"'],
    changed: 'Since Kubernetes 1.24 a ServiceAccount has no secret of its own: a token is asked for and expires.',
    scope: 'namespace',
    steps: [{ words: ['create', 'token', '<serviceAccount>'] }],
    usualNamespace: 'kubernetes-dashboard',
    kubectlSince: 24,
  },
  {
    kind: 'kubectl',
    id: 'dashboard-token-secret',
    title: 'Show dashboard token of old cluster',
    synonyms: ['kubernetes-dashboard', 'base64decode', 'kubectl get secret'],
    group: 'Access',
    useful: 'Before Kubernetes 1.24, or with a token secret made by hand: the token in it, which never expires.',
    source: [
      'kubectl -n kubernetes-dashboard get secret $(kubectl -n kubernetes-dashboard get sa/admin-user -o jsonpath="{.secrets[0].name}") -o go-template="{{.data.token | base64decode}}"',
    ],
    changed: 'The secret is picked, since a command within a command is written differently in each shell.',
    scope: 'namespace',
    steps: [
      { words: ['get', 'secret', '<tokenSecret>', '--output=go-template={{println (base64decode .data.token)}}'] },
    ],
    usualNamespace: 'kubernetes-dashboard',
  },
  {
    kind: 'kubectl',
    id: 'who-am-i',
    title: 'Who am I in this cluster?',
    synonyms: ['kubectl auth whoami', 'user', 'groups'],
    group: 'Access',
    useful: 'The user and groups that the API server takes you for.',
    scope: 'cluster',
    steps: [{ words: ['auth', 'whoami'] }],
    kubectlSince: 28,
  },
];
