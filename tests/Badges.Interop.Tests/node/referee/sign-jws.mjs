// {"payload", "header"}  →  {"token", "jwk"}
// Signs a text as a compact JWS with a new key of the header's algorithm.
import { CompactSign, exportJWK, generateKeyPair } from 'jose';

export const run = async ({ payload, header }) => {
  const { privateKey, publicKey } = await generateKeyPair(header.alg, { extractable: true });
  const token = await new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header).sign(privateKey);
  return { token, jwk: await exportJWK(publicKey) };
};
