import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { shellPlugin } from './phone/shell/shellPlugin.ts';

/** One build, three apps: the board, the technician's phone, the patient's page. */
export default defineConfig({
  plugins: [react(), shellPlugin()],
  server: { proxy: { '/api': backend(), '/tiles': backend(), '/hubs': { ...backend(), ws: true } } },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { board: 'index.html', tech: 'tech.html', patient: 'patient.html', 'tech-sw': 'phone/shell/worker.ts' },
      // The phone's worker is asked for by this name; everything else carries a hash.
      output: { entryFileNames: chunk => (chunk.name === 'tech-sw' ? 'tech-sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  test: { include: ['{board,phone,patient,contract,map,shared}/**/*.test.{ts,tsx}'] },
});

/** Where `npm run dev` finds the server; the origin is rewritten because the server takes only its own. */
function backend() {
  const target = process.env['DISPATCH_URL'] ?? 'http://127.0.0.1:5080';
  return { target, changeOrigin: true, headers: { Origin: target } };
}
