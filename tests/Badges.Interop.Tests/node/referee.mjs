// Answers one question a line on its standard input with one line on its standard output, until the input ends.
// node referee.mjs CONTEXTS    CONTEXTS: folder of the published JSON-LD contexts
//   {"operation", "parameters"}  →  {"result"} or {"refusal": {"name", "code", "message"}}
// It never goes to the network: every other document that an operation needs is among its parameters.
import { createInterface } from 'node:readline';
import { readContexts } from './referee/documents.mjs';

// The libraries' remarks must not stand between the answers.
console.log = console.warn = console.error;
globalThis.fetch = async address => { throw new Error(`the referee does not fetch ${address}`); };

const operations = {
  canonicalize: () => import('./referee/canonicalize.mjs'),
  disclose: () => import('./referee/disclose.mjs'),
  issue: () => import('./referee/issue.mjs'),
  verify: () => import('./referee/verify.mjs'),
  signJws: () => import('./referee/sign-jws.mjs'),
  verifyJws: () => import('./referee/verify-jws.mjs'),
};
const contexts = readContexts(process.argv[2]);

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
