import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';

const load = async (address, accept) => {
  const answer = await fetch(address, { headers: { accept } });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
};

export const fetchToken = async (address) => (await (await load(address, 'application/vc+jwt')).text()).trim();

export const verifyToken = async (token) => {
  const header = decodeProtectedHeader(token);
  const jwk = await (await load(header.kid, 'application/json')).json();
  if (jwk.d !== undefined) throw new Error('the published key is private');
  const { payload } = await compactVerify(token, await importJWK(jwk, 'RS256'), { algorithms: ['RS256'] });
  return { header, payload: JSON.parse(new TextDecoder().decode(payload)) };
};
