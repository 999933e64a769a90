/** The types of `openapi.json` as TypeScript. */
export function generatedTypes(): Promise<string>;
