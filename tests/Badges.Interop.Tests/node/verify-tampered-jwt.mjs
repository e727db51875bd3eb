// The same as verify-jwt.mjs after one member of the payload was changed: must fail.
// node verify-tampered-jwt.mjs ADDRESS
import { fetchToken, verifyToken } from './published-jwt.mjs';

const [header, payload, signature] = (await fetchToken(process.argv[2])).split('.');
const changed = { ...JSON.parse(Buffer.from(payload, 'base64url')), name: 'Another badge' };
const token = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
console.log(JSON.stringify(await verifyToken(token)));
