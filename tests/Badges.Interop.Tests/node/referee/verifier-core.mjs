// {"credential", "origin", "registries"?}
//   →  {"checks": {check: outcome}, "schemas": [valid or not], "issuers": [what a registry has of it]}, or a refusal
// Verifies a credential with the verifier of the Digital Credentials Consortium, as it is: with its own document loader
// and contexts, whose requests go to the one origin.
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { during } from './web.mjs';

export const run = ({ credential, origin, registries = [] }) => during(origin, async () => {
  const { log, errors, additionalInformation } = await verifyCredential({
    credential, knownDIDRegistries: registries,
  });
  if (errors?.length) throw new Error(`${errors[0].name}: ${errors[0].message}`);
  const outcome = ({ valid, error }) => error ? `${error.name}: ${error.message}` : valid;
  return {
    checks: Object.fromEntries(log.map(check => [check.id, outcome(check)])),
    issuers: log.flatMap(({ matchingIssuers }) => matchingIssuers ?? []),
    schemas: additionalInformation.flatMap(({ results }) => [].concat(results).map(each => each.result?.valid ?? each)),
  };
});
