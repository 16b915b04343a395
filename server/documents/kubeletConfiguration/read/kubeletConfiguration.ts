import { descend, type Field } from '../../../yaml/field/field';

/** How a kubelet is configured by its file (kubelet.config.k8s.io/v1beta1 of Kubernetes 1.37). */
export interface KubeletConfiguration {
  /** Whether requests without credentials are taken: false where the file doesn't say, though the flag's default is true. */
  readonly takesAnonymous: Field;
  /** Who decides what a request may do: `Webhook`, which asks the API server, where the file doesn't say. */
  readonly authorizationMode: Field;
}

/** What rules look at in the configuration of a kubelet. */
export interface KubeletConfigurationParts {
  readonly 'kubelet configuration': KubeletConfiguration;
}

/** The configuration that stands at the root of a document. */
export function kubeletConfigurationAt(root: Field): KubeletConfiguration {
  return {
    takesAnonymous: descend(root, 'authentication', 'anonymous', 'enabled'),
    authorizationMode: descend(root, 'authorization', 'mode'),
  };
}
