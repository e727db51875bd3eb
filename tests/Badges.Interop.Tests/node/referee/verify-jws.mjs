// {"token", "jwk", "algorithm"}  →  {"header", "payload"}: the text that was signed, or a refusal
import { compactVerify, importJWK } from 'jose';

export const run = async ({ token, jwk, algorithm }) => {
  if (jwk.d !== undefined) throw new Error('the key is private');
  const { protectedHeader, payload } = await compactVerify(token, await importJWK(jwk, algorithm), { algorithms: [algorithm] });
  return { header: protectedHeader, payload: new TextDecoder().decode(payload) };
};
