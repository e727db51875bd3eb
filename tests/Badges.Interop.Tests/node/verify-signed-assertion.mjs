// Verifies an Open Badges 2.0 signed assertion as the standard says: badge, issuer and key are fetched, and key and
// issuer name each other.
// node verify-signed-assertion.mjs ADDRESS    prints the assertion or fails with the reason on stderr
import { compactVerify, decodeJwt, importSPKI } from 'jose';

const load = async (address, accept = 'application/ld+json') => {
  const answer = await fetch(address, { headers: { accept } });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
};

const token = (await (await load(process.argv[2], 'text/plain')).text()).trim();
const assertion = decodeJwt(token);
const badge = await (await load(assertion.badge)).json();
const issuer = await (await load(badge.issuer)).json();
const key = await (await load(assertion.verification.creator)).json();

if (typeof issuer.publicKey !== 'string') throw new Error('the issuer lists its one key as a string');
if (issuer.publicKey !== key.id) throw new Error('the issuer does not name the key');
if (key.owner !== issuer.id) throw new Error('the key does not name the issuer');

await compactVerify(token, await importSPKI(key.publicKeyPem, 'RS256'), { algorithms: ['RS256'] });
const list = await (await load(issuer.revocationList)).json();
const revoked = list.revokedAssertions.some(entry => entry.id === assertion.id);
console.log(JSON.stringify({ assertion, badge, issuer, revoked }));
