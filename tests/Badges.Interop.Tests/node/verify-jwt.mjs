// Verifies a published JWT with the key that its own header names, fetched from its published address.
// node verify-jwt.mjs ADDRESS [MEDIA-TYPE]    prints {"header", "payload"} or fails with the reason on stderr
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';

const [address, mediaType = 'application/vc+jwt'] = process.argv.slice(2);

const answer = await fetch(address, { headers: { accept: mediaType } });
if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
const token = (await answer.text()).trim();

const header = decodeProtectedHeader(token);
const keyAnswer = await fetch(header.kid, { headers: { accept: 'application/json' } });
if (!keyAnswer.ok) throw new Error(`${header.kid} answers ${keyAnswer.status}`);
const jwk = await keyAnswer.json();
if (jwk.d !== undefined) throw new Error('the published key is private');

const key = await importJWK(jwk, 'RS256');
const { payload } = await compactVerify(token, key, { algorithms: ['RS256'] });
console.log(JSON.stringify({ header, payload: JSON.parse(new TextDecoder().decode(payload)) }));
