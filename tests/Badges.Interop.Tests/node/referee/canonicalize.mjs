// {"document", "documents"?}  →  {"safe": …, "lenient": …}, each {"nquads"} or {"refusal": {"code", "message"}}
// The canonical N-Quads of a JSON-LD document, by jsonld and rdf-canonize, once where anything dropped is an error and
// once where it is not.
import jsonld from 'jsonld';
import { loaderOf } from './documents.mjs';

const canonicalize = async (document, documentLoader, safe) => {
  try {
    const nquads = await jsonld.canonize(structuredClone(document), {
      algorithm: 'RDFC-1.0', format: 'application/n-quads', base: null, safe, documentLoader,
      canonizeOptions: { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: 3 },
    });
    return { nquads };
  } catch (error) {
    const { details, message } = error;
    return { refusal: { code: details?.event?.code ?? details?.code ?? null, message } };
  }
};

export const run = async ({ document, documents }, contexts) => {
  const loader = loaderOf(contexts, documents);
  return { safe: await canonicalize(document, loader, true), lenient: await canonicalize(document, loader, false) };
};
