// {"credential", "origin"}  →  {"checks": {check: outcome}, "schemas": [valid or not]}, or a refusal
// Verifies a credential with the verifier of the Digital Credentials Consortium, as it is: with its own document loader
// and contexts, whose requests go to the one origin.
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { during } from './web.mjs';

export const run = ({ credential, origin }) => during(origin, async () => {
  const { log, errors, additionalInformation } = await verifyCredential({ credential, knownDIDRegistries: [] });
  if (errors?.length) throw new Error(`${errors[0].name}: ${errors[0].message}`);
  const outcome = ({ valid, error }) => error ? `${error.name}: ${error.message}` : valid;
  return {
    checks: Object.fromEntries(log.map(check => [check.id, outcome(check)])),
    schemas: additionalInformation.flatMap(({ results }) => [].concat(results).map(each => each.result?.valid ?? each)),
  };
});
