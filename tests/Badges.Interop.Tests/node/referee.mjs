// Answers one question a line on its standard input with one line on its standard output, until the input ends.
// node referee.mjs VECTORS    VECTORS: folder of published data with its folders contexts and schemas
//   {"operation", "parameters"}  →  {"result"} or {"refusal": {"name", "code", "message"}}
// It never goes to the network but to the one server that an operation names: every other document that an operation
// needs is among its parameters.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readContexts } from './referee/documents.mjs';
import { closeTheWeb } from './referee/web.mjs';

// The libraries' remarks must not stand between the answers.
console.log = console.warn = () => {};
closeTheWeb(join(process.argv[2], 'schemas'));

const operations = {
  canonicalize: () => import('./referee/canonicalize.mjs'),
  disclose: () => import('./referee/disclose.mjs'),
  issue: () => import('./referee/issue.mjs'),
  verify: () => import('./referee/verify.mjs'),
  signJws: () => import('./referee/sign-jws.mjs'),
  unbake: () => import('./referee/unbake.mjs'),
  verifierCore: () => import('./referee/verifier-core.mjs'),
  verifyPublished: () => import('./referee/verify-published.mjs'),
  verifyJws: () => import('./referee/verify-jws.mjs'),
};
const contexts = readContexts(join(process.argv[2], 'contexts'));

const innermost = error => {
  const inner = error.errors?.[0] ?? error.cause;
  return inner ? innermost(inner) : error;
};

const refusal = error => {
  const { name, message, details } = innermost(error);
  const reason = details?.event ? `${details.event.code}: ${details.event.message}` : message;
  return { name: name ?? 'Error', code: details?.event?.code ?? details?.code ?? null, message: String(reason) };
};

for await (const line of createInterface({ input: process.stdin })) {
  const { operation, parameters } = JSON.parse(line);
  let answer;
  try {
    const { run } = await operations[operation]();
    answer = { result: await run(parameters, contexts) };
  } catch (error) {
    answer = { refusal: refusal(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
