import { placeholder } from '../../yaml/parsing/placeholder';

/**
 * The schemes under which secret stores, and the tools that inject from them, are referred to: bank-vaults'
 * vault-secrets-webhook and secrets-init, vals, argocd-vault-plugin, External Secrets, akv2k8s, App Service, Spring Cloud,
 * Berglas, chamber, Doppler, 1Password, Bitwarden and their like, as of November 2026.
 */
const stores =
  'vault|hcvault|hashivault|openbao|bao|akeyless|aws|aws-?secrets?(?:manager)?|aws-?sm|aws-?ssm|aws-?kms|awsps|aws-?parameterstore|parameterstore|paramstore|gcp|gcp-?secrets?(?:manager)?|gcpsm|gcloud|gsm|google-?secretmanager|berglas|azure|azurekeyvault|az-?kv|akv|akvs|keyvault|sops|secretref|secretsmanager|secretmanager|secrets?|ssm|op|onepassword|1password|sm|k8s|kube|kubernetes|doppler|infisical|conjur|summon|cyberark|bws|bw|bitwarden|keeper|lpass|lastpass|pass|gopass|keepass|chamber|kms|credhub|credstash|tfstate|consul|etcd|spring|env|envvar|environ|file|configmap|config';

/** Where secret stores and tools keep what a manifest only points to. */
const references = new RegExp(
  `^(?:ENC\\[|ENC\\(|\\{cipher\\}|\\{vault\\}|!(?:vault|secret|var|env|env_var|ref|sub|reference|getatt|importvalue)\\b[ \\t|]|@(?:Microsoft\\.)?KeyVault|>>\\w+:|ref\\+[a-z]|(?:${stores})(?::(?!\\s)|\\+?:?\\/\\/)|azurekeyvault@|[\\w-]+@azurekeyvault|arn:|crn:|ocid1\\.|resource:|alias\\/|projects\\/[^/]+\\/|\\/run\\/secrets\\/|\\/var\\/run\\/)`,
  'i',
);

/** What stands where a person, a script or a template shall put the real value. */
const placeholders =
  /^(?:<[^>]*>|\[[^\]]*\]|\{+[^}]*\}+|\(\(.*\)\)|%+[^%]*%+|%\{.*\}|!\w+!|''|""|%[sdvq]|@+[\w.-]+@+|#+\w+#+|[#@]\{.*\}#?|__\w+__|:["']?[A-Za-z_]\w*["']?|[x*.•#_?-]+|x{3,}[\w-]*|…|n\/?a|none|null|nil|undefined|unset|unused|ignored?|empty|todo|fixme|tbd|redacted|masked|hidden|placeholder|dummy|prompt|stdin|replace[-_ ]?.*|your[-_ ]?(?:password|passwd|secret|token|api|key|access|own).*|(?:your|my|the|some|enter|insert|put|fill|add|paste|provide)[-_ ].*|(?:not|un)[-_ ]?(?:used|needed|set|required|defined|applicable)|(?:set|managed|provided|injected|filled|created|generated)[-_ ](?:by|in|at|from)[-_ ].*|(?:from|see|in|use)[-_ ](?:secret|vault|env|environment|keyring|store).*|.*[-_ ]?(?:goes|here|placeholder|replace[-_ ]?me|redacted)|<.*|.*>)$/i;

/**
 * True for what is no secret itself but stands for one: a variable (`$(NAME)`, `${NAME}`, `$NAME`, `%(NAME)s`), a
 * template, a reference to a secret store, ciphertext of SOPS and its like, a placeholder such as `<your-password>`.
 * `changeme` and `password` are none: whoever applies the manifest has that password.
 */
export function isStandIn(value: string): boolean {
  if (value === '' || value.includes(placeholder) || value.includes('{{')) return true;
  if (/^\$[\d@*]|\$[A-Za-z_({]|#\{|<%|%\(\w+\)s|`/.test(value)) return true;
  return references.test(value) || placeholders.test(value);
}
