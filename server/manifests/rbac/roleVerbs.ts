/** What the verbs of a role's rules allow. Source: Kubernetes, "Authorization: determine the request verb" and "Using RBAC Authorization" (1.37). */
export const roleVerbs: Readonly<Record<string, string>> = {
  get: 'Reads single objects, whole: of a Secret its content.',
  list: 'Reads all objects, whole: of Secrets their content.',
  watch: 'Reads all objects and every change of them, whole.',
  create: 'Creates objects. Names can’t limit it.',
  update: 'Replaces objects.',
  patch: 'Changes parts of objects.',
  delete: 'Deletes single objects.',
  deletecollection: 'Deletes all objects at once. Names can’t limit it.',
  escalate: 'Writes roles with more rights than one has oneself.',
  bind: 'Binds roles with more rights than one has oneself.',
  impersonate: 'Acts as another user, group or ServiceAccount.',
  approve: 'Approves CertificateSigningRequests of a signer.',
  sign: 'Signs certificates in the name of a signer.',
  use: 'Uses what is only a policy, as once PodSecurityPolicies.',
  '*': 'Every verb, those of later releases too.',
};
