// Verifies a published JWT with the key that its own header names, fetched from its published address.
// node verify-jwt.mjs ADDRESS    prints {"header", "payload"} or fails with the reason on stderr
import { fetchToken, verifyToken } from './published-jwt.mjs';

console.log(JSON.stringify(await verifyToken(await fetchToken(process.argv[2]))));
