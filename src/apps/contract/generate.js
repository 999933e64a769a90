import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const folder = new URL('.', import.meta.url);

/**
 * The types of `openapi.json` as TypeScript. The document says that numbers may be read from strings, which is what the
 * server takes and never what it sends, and leaves open whether members are there that always are.
 */
export async function generatedTypes() {
  const document = JSON.parse(await readFile(new URL('openapi.json', folder), 'utf8'));
  const types = await openapiTS(plainer(document), { rootTypes: true, rootTypesNoSchemaPrefix: true, alphabetize: true });
  return `// Made from openapi.json by \`npm run contract\`; do not edit.\n\n${astToString(types)}`;
}

function plainer(node) {
  if (Array.isArray(node)) return node.map(plainer);
  if (node === null || typeof node !== 'object') return node;
  const made = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainer(value)]));
  if (Array.isArray(made.type) && (made.type.includes('integer') || made.type.includes('number')) && made.type.includes('string')) {
    const left = made.type.filter(type => type !== 'string');
    made.type = left.length === 1 ? left[0] : left;
    delete made.pattern;
  }
  // Every member of a record is written, as null where there is nothing; lists without a word of what they hold are lists of ids.
  if (made.type === 'object' && made.properties && !made.additionalProperties) made.required = Object.keys(made.properties);
  if ((made.type === 'array' || made.type?.includes?.('array')) && !made.items) made.items = { type: 'string' };
  // The tag of a union is a property with one possible value.
  const tag = made.properties?.kind;
  if (Array.isArray(tag?.enum) && tag.enum.length === 1) {
    delete made.properties.key;
    delete made.properties.isRemoval;
    delete made.properties.isTransient;
    made.required = Object.keys(made.properties);
  }
  return made;
}

if (process.argv[1] === new URL(import.meta.url).pathname) await writeFile(new URL('generated.ts', folder), await generatedTypes());
