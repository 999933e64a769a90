import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What of a chunk matters here; Vite notes styles and assets beside the bundler's own fields. */
interface Chunk {
  type: string;
  fileName: string;
  facadeModuleId?: string | null;
  imports?: string[];
  dynamicImports?: string[];
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
  code?: string;
}

/**
 * Tells the phone's worker which files the phone consists of: everything that tech.html reaches, at once or later,
 * and nothing of the other apps. The worker keeps them under a name made from their hashes.
 */
export function shellPlugin(page = 'tech.html', worker = 'tech-sw.js'): Plugin {
  return {
    name: 'dispatch-phone-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = bundle as unknown as Record<string, Chunk>;
      const start = Object.values(chunks).find(chunk => chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(`/${page}`));
      const sw = chunks[worker];
      if (!start || !sw?.code) this.error(`The bundle has no ${page} or no ${worker}: name both as inputs of the build.`);
      const files = reached(chunks, start.fileName).map(name => `/${name}`).sort();
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      sw.code = sw.code.replaceAll('__SHELL__', JSON.stringify({ version, files }));
    },
  };
}

function reached(chunks: Record<string, Chunk>, start: string): string[] {
  const files = new Set<string>();
  const visit = (name: string) => {
    if (files.has(name)) return;
    files.add(name);
    const chunk = chunks[name];
    if (!chunk) return;
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
    for (const asset of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) files.add(asset);
  };
  visit(start);
  return [...files];
}
