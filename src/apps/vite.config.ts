import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One build, three apps: the board, the technician's phone, the patient's page. */
export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': backend(), '/tiles': backend(), '/hubs': { ...backend(), ws: true } } },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { board: 'index.html' } },
  },
  test: { include: ['{board,phone,patient,contract,map,shared}/**/*.test.{ts,tsx}'] },
});

/** Where `npm run dev` finds the server; the origin is rewritten because the server takes only its own. */
function backend() {
  const target = process.env['DISPATCH_URL'] ?? 'http://127.0.0.1:5080';
  return { target, changeOrigin: true, headers: { Origin: target } };
}
