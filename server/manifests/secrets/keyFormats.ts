/** A key or token that its vendor gave a shape of its own, so that it can be told from any other text. */
export interface KeyFormat {
  /** With its article: `a GitHub token`. */
  readonly what: string;
  /** Each such key holds one of these pieces: where all are missing, the pattern need not be tried. */
  readonly marks: readonly string[];
  /** The secret is what the group `secret` holds, else all that matches. */
  readonly pattern: RegExp;
  /** Where the vendor describes it. */
  readonly source: string;
}

/**
 * Keys by vendor, as of November 2026. Where a vendor's page names no length, the shortest one that is issued counts.
 * The patterns are tried on text that may hold anything, so none of them matches inside of a longer word.
 */
export const keyFormats: readonly KeyFormat[] = [
  {
    what: 'an AWS access key',
    marks: ['AKIA', 'ASIA'],
    pattern: /(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9/+=])/g,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  },
  {
    what: 'a Google API key',
    marks: ['AIza'],
    pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g,
    source: 'https://docs.cloud.google.com/docs/authentication/api-keys',
  },
  {
    what: 'a Google OAuth client secret',
    marks: ['GOCSPX-'],
    pattern: /(?<![\w-])GOCSPX-[\w-]{28}(?![\w-])/g,
    source: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  },
  {
    what: 'a Google access token',
    marks: ['ya29.'],
    pattern: /(?<![\w-])ya29\.[\w-]{30,}/g,
    source: 'https://docs.cloud.google.com/docs/authentication/token-types',
  },
  {
    what: 'an Azure client secret',
    marks: ['Q~'],
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g,
    source: 'https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret',
  },
  {
    what: 'an Azure account key',
    marks: ['AccountKey=', 'AccessKey='],
    pattern: /\b(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{43}(?:[A-Za-z0-9+/]{43}=)?=)(?![A-Za-z0-9+/=])/g,
    source: 'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
  },
  {
    what: 'an Azure shared access signature',
    marks: ['sig='],
    pattern: /[?&;]sig=(?<secret>[A-Za-z0-9%+/]{43,90}(?:=|%3[Dd]))/g,
    source: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
  },
  {
    what: 'a GitHub token',
    marks: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,251}(?![A-Za-z0-9])/g,
    source:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  },
  {
    what: 'a GitHub token',
    marks: ['github_pat_'],
    pattern: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/g,
    source:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  },
  {
    what: 'a GitLab token',
    marks: [
      'glpat-',
      'gldt-',
      'glrt-',
      'glrtr-',
      'glptt-',
      'glft-',
      'glimt-',
      'glagent-',
      'glcbt-',
      'gloas-',
      'glsoat-',
      'glffct-',
    ],
    pattern:
      /(?<![\w-])(?:glpat|gldt|glrt|glrtr|glptt|glft|glimt|glagent|glcbt|gloas|glsoat|glffct)-[\w-]{20,}(?:\.[\w.-]+)?/g,
    source: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
  },
  {
    what: 'a Slack token',
    marks: ['xox', 'xapp-'],
    pattern: /(?<![\w-])(?:xox[abeoprs](?:-\d|[.-])|xapp-\d-)[A-Za-z0-9-]{20,}/g,
    source: 'https://docs.slack.dev/authentication/tokens',
  },
  {
    what: 'a Slack webhook',
    marks: ['hooks.slack.com/'],
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[TE][A-Z0-9]{6,}\/[\w/]{20,})/g,
    source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
  },
  {
    what: 'a Discord webhook',
    marks: ['/api/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/(?<secret>\d{17,20}\/[\w-]{60,})/g,
    source: 'https://docs.discord.com/developers/resources/webhook',
  },
  {
    what: 'a Telegram bot token',
    marks: [':AA'],
    pattern: /(?<![\w:-])\d{8,10}:AA[\w-]{33}(?![\w-])/g,
    source: 'https://core.telegram.org/bots/api#authorizing-your-bot',
  },
  {
    what: 'a Stripe key',
    marks: ['k_live_', 'k_test_', 'whsec_'],
    pattern: /(?<![A-Za-z0-9])(?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9]{24,}/g,
    source: 'https://docs.stripe.com/keys',
  },
  {
    what: 'an npm token',
    marks: ['npm_'],
    pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g,
    source: 'https://docs.npmjs.com/about-access-tokens',
  },
  {
    what: 'a PyPI token',
    marks: ['pypi-AgE'],
    pattern: /(?<![\w-])pypi-AgE[\w-]{50,}/g,
    source: 'https://pypi.org/help/#apitoken',
  },
  {
    what: 'a RubyGems key',
    marks: ['rubygems_'],
    pattern: /(?<![A-Za-z0-9])rubygems_[a-f0-9]{48}(?![A-Za-z0-9])/g,
    source: 'https://guides.rubygems.org/api-key-scopes/',
  },
  {
    what: 'a Docker Hub token',
    marks: ['dckr_'],
    pattern: /(?<![\w-])dckr_(?:pat|oat)_[\w-]{27,}/g,
    source: 'https://docs.docker.com/security/access-tokens/',
  },
  {
    what: 'a SendGrid key',
    marks: ['SG.'],
    pattern: /(?<![\w.-])SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g,
    source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  },
  {
    what: 'a Twilio key',
    marks: ['SK'],
    pattern: /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/g,
    source: 'https://www.twilio.com/docs/iam/api-keys',
  },
  {
    what: 'a Mailgun key',
    marks: ['key-'],
    pattern: /(?<![\w-])key-[0-9a-f]{32}(?![\w-])/g,
    source: 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt',
  },
  {
    what: 'an Anthropic key',
    marks: ['sk-ant-'],
    pattern: /(?<![\w-])sk-ant-[a-z]{3,8}\d\d-[\w-]{80,}/g,
    source: 'https://platform.claude.com/docs/en/api/overview#authentication',
  },
  {
    what: 'an OpenAI key',
    marks: ['T3BlbkFJ'],
    pattern: /(?<![\w-])sk-(?:[a-z]{4,8}-)?[\w-]{20,}T3BlbkFJ[\w-]{20,}/g,
    source: 'https://platform.openai.com/docs/api-reference/authentication',
  },
  {
    what: 'a Hugging Face token',
    marks: ['hf_'],
    pattern: /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{34}(?![A-Za-z0-9])/g,
    source: 'https://huggingface.co/docs/hub/security-tokens',
  },
  {
    what: 'a Databricks token',
    marks: ['dapi'],
    pattern: /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?:-\d)?(?![A-Za-z0-9])/g,
    source: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  },
  {
    what: 'a DigitalOcean token',
    marks: ['_v1_'],
    pattern: /(?<![A-Za-z0-9])do[opr]_v1_[0-9a-f]{64}(?![A-Za-z0-9])/g,
    source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  },
  {
    what: 'a Vault token',
    marks: ['hvs.', 'hvb.', 'hvr.'],
    pattern: /(?<![\w.-])hv[sbr]\.[\w-]{24,}/g,
    source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes',
  },
  {
    what: 'a Terraform Cloud token',
    marks: ['.atlasv1.'],
    pattern: /(?<![\w.-])[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,}/g,
    source: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
  },
  {
    what: 'a Grafana token',
    marks: ['glsa_', 'glc_'],
    pattern: /(?<![\w-])(?:glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_eyJ[A-Za-z0-9+/]{40,}={0,2})/g,
    source: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  },
  {
    what: 'a New Relic key',
    marks: ['NRAK-', 'NRII-'],
    pattern: /(?<![\w-])(?:NRAK-[A-Z0-9]{27}|NRII-[\w-]{32})(?![\w-])/g,
    source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  },
  {
    what: 'a Sentry token',
    marks: ['sntrys_', 'sntryu_'],
    pattern: /(?<![\w-])sntry(?:s_eyJ[\w+/=-]{60,}|u_[0-9a-f]{64})/g,
    source: 'https://docs.sentry.io/account/auth-tokens/',
  },
  {
    what: 'a Shopify token',
    marks: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
    pattern: /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}(?![A-Za-z0-9])/g,
    source: 'https://shopify.dev/docs/apps/build/authentication-authorization',
  },
  {
    what: 'a Doppler token',
    marks: ['dp.'],
    pattern: /(?<![\w.-])dp\.(?:ct|pt|st|sa|scim|audit)\.(?:[\w-]+\.)?[A-Za-z0-9]{40,44}(?![A-Za-z0-9])/g,
    source: 'https://docs.doppler.com/reference/auth-token-formats',
  },
  {
    what: 'a Pulumi token',
    marks: ['pul-'],
    pattern: /(?<![\w-])pul-[0-9a-f]{40}(?![\w-])/g,
    source: 'https://www.pulumi.com/docs/administration/access-identity/access-tokens/',
  },
  {
    what: 'an age secret key',
    marks: ['AGE-SECRET-KEY-1'],
    pattern: /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/g,
    source: 'https://github.com/C2SP/C2SP/blob/main/age.md',
  },
];
