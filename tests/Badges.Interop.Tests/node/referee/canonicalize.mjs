// {"document", "documents"?}  →  {"safe": …, "lenient": …}, each {"nquads"} or {"refusal": {"code", "message"}}
// The canonical N-Quads of a JSON-LD document, by jsonld and rdf-canonize, once where anything dropped is an error and
// once where it is not.
import jsonld from 'jsonld';
import { canonize } from 'rdf-canonize';
import { loaderOf } from './documents.mjs';

const format = 'application/n-quads';

const options = { algorithm: 'RDFC-1.0', inputFormat: format, format, maxWorkFactor: 3 };

// jsonld writes a statement twice whose value stands under two indexes; a dataset holds it once.
const distinct = nquads => [...new Set(nquads.split('\n'))].join('\n');

const canonicalize = async (document, documentLoader, safe) => {
  try {
    const nquads = await jsonld.toRDF(structuredClone(document), { format, base: null, safe, documentLoader });
    return { nquads: await canonize(distinct(nquads), options) };
  } catch (error) {
    const { details, message } = error;
    return { refusal: { code: details?.event?.code ?? details?.code ?? null, message } };
  }
};

export const run = async ({ document, documents }, contexts) => {
  const loader = loaderOf(contexts, documents);
  return { safe: await canonicalize(document, loader, true), lenient: await canonicalize(document, loader, false) };
};
