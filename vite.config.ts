import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { lazyHandover } from './src/web/build/lazy-handover.ts';

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), lazyHandover()],
  publicDir: 'src/web/public',
  build: { target: 'es2023', manifest: true, assetsInlineLimit: 0, sourcemap: false },
  environments: {
    client: {
      build: {
        // The script of pages that are not hydrated: a few enhancements, no framework.
        rollupOptions: {
          input: ['src/web/enhance/enhance.ts', 'src/web/offline/practice-worker.ts'],
        },
      },
    },
    ssr: {
      // React is bundled in its production form whatever NODE_ENV says when the server runs.
      resolve: { noExternal: true },
      define: { 'process.env.NODE_ENV': '"production"' },
    },
  },
});
