// Keys that nobody ever had. They are put together here, so that no scanner takes this file for a leak.
const letters = 'k3Yp0Vn8qLr2Zt6Wm1Xs9Bd4Hf7Jg5Ca0Ue3Io2PxQ8vRw6Ty1Nz5Km7Lb4Dj9Sh2Gf3Vc0Xa8Wq6Er1Ty5';
const hexadecimal = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}

const body = `${letters}\n${letters}\n`;

/** One secret for each shape, by what it is said to be. */
export const shapedKeys: Readonly<Record<string, string>> = {
  'an AWS access key': `AKIA${'J4K7Q2WX5ZR6TNPB'}`,
  'a Google API key': `AIza${letters.slice(0, 35)}`,
  'a Google OAuth client secret': `GOCSPX-${letters.slice(0, 28)}`,
  'an Azure client secret': `abc8Q~${letters.slice(0, 34)}`,
  'an Azure account key': `AccountName=web;AccountKey=${letters.slice(0, 43).repeat(2)}==`,
  'a GitHub token': `ghp_${letters.slice(0, 36)}`,
  'a GitLab token': `glpat-${letters.slice(0, 20)}`,
  'a Slack token': `xoxb-${'123456789012'}-${letters.slice(0, 24)}`,
  'a Slack webhook': `https://hooks.slack.com/services/T0AB12CD3/B0AB12CD3/${letters.slice(0, 24)}`,
  'a Telegram bot token': `${'123456789'}:AA${letters.slice(0, 33)}`,
  'a Stripe key': `sk_${'live'}_${letters.slice(0, 24)}`,
  'an npm token': `npm_${letters.slice(0, 36)}`,
  'a PyPI token': `pypi-AgE${letters.slice(0, 60)}`,
  'a Docker Hub token': `dckr_pat_${letters.slice(0, 27)}`,
  'a SendGrid key': `SG.${letters.slice(0, 22)}.${letters.slice(0, 43)}`,
  'a Twilio key': `SK${hexadecimal.slice(0, 32)}`,
  'an Anthropic key': `sk-ant-api03-${letters}AA`,
  'an OpenAI key': `sk-proj-${letters.slice(0, 24)}T3BlbkFJ${letters.slice(0, 24)}`,
  'a Hugging Face token': `hf_${letters.slice(0, 34)}`,
  'a DigitalOcean token': `dop_v1_${hexadecimal}`,
  'a Vault token': `hvs.${letters.slice(0, 30)}`,
  'a private key': `-----BEGIN RSA PRIVATE KEY-----\n${body}-----END RSA PRIVATE KEY-----`,
  'a JSON Web Token': `${encoded('{"alg":"HS256","typ":"JWT"}')}.${encoded('{"sub":"web","iat":1}')}.${letters.slice(0, 43)}`,
  'an address with its password': 'postgres://web:correct-horse@db:5432/web',
  'a connection string with its password': 'Server=db;User Id=web;Password=correct-horse;',
  'a login': `Authorization: Basic ${encoded('web:correct-horse')}`,
  'a bearer token': `Authorization: Bearer ${letters.slice(0, 30)}`,
};
