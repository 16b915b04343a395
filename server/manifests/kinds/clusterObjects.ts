/** Roles that every cluster has (Kubernetes documentation, "Default roles and role bindings"). */
const builtInRoles = /^(?:cluster-admin|admin|edit|view|extension-apiserver-authentication-reader|system:.+)$/;

/** True for an object that the cluster, or something that runs in it, makes by itself, whatever manifests hold. */
export function isMadeByCluster(kind: string, name: string): boolean {
  switch (kind) {
    case 'ClusterRole':
    case 'Role':
      return builtInRoles.test(name);
    case 'ServiceAccount':
      // Those of kube-system belong to the control plane.
      return name === 'default' || name.endsWith('-controller');
    case 'ConfigMap':
      return /^(?:kube-root-ca\.crt|openshift-service-ca\.crt|istio-ca-root-cert|extension-apiserver-authentication)$/.test(
        name,
      );
    default:
      return false;
  }
}
