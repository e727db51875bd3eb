// {"token", "jwk", "algorithm"}  →  {"header", "payload"}, or a refusal
import { compactVerify, importJWK } from 'jose';

export const run = async ({ token, jwk, algorithm }) => {
  if (jwk.d !== undefined) throw new Error('the key is private');
  const key = await importJWK(jwk, algorithm);
  const { protectedHeader, payload } = await compactVerify(token, key, { algorithms: [algorithm] });
  return { header: protectedHeader, payload: new TextDecoder().decode(payload) };
};
