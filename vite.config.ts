import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { firstChunkBudget } from './.config/first-chunk-budget.ts'
import { istioSchemas } from './.config/istio-schemas.ts'

const FIRST_CHUNK_GZIP_BYTES = 200_000

/** The package does not say so, nor do folders of ours: what is not used of them can be left out, and loaded where it is used. */
const WITHOUT_UNUSED = {
  treeshake: {
    moduleSideEffects: [
      { test: /node_modules\/yaml\//, sideEffects: false },
      { test: /\/src\/(core|scene|layout|render|state)\/.*(?<!\.worker)\.ts$/, sideEffects: false },
    ],
  },
}

/** The dev server injects inline scripts (React refresh); only there the page's policy lets them run. */
const inlineScriptsInDev: Plugin = {
  name: 'inline-scripts-in-dev',
  apply: 'serve',
  transformIndexHtml: html => html.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
}

export default defineConfig(({ mode }) => ({
  base: './', // the built folder can be served from any path
  plugins: [react(), istioSchemas(), inlineScriptsInDev, firstChunkBudget(FIRST_CHUNK_GZIP_BYTES)],
  resolve: {
    alias: [
      { find: /^prettier(\/.*)?$/, replacement: fileURLToPath(new URL('./.config/no-prettier.js', import.meta.url)) },
      // monaco-yaml still imports by the paths that monaco-editor had before its `exports` map.
      { find: /^monaco-editor\/esm\/vs\//, replacement: 'monaco-editor/' },
    ],
  },
  worker: { format: 'es', rolldownOptions: WITHOUT_UNUSED },
  optimizeDeps: { include: ['monaco-yaml/yaml.worker.js'] },
  build: {
    // `--mode e2e` adds the test API to the page, so it must never land in the product's folder.
    outDir: mode === 'e2e' ? 'dist-e2e' : 'dist',
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 4000, // Monaco is one lazy chunk
    rolldownOptions: WITHOUT_UNUSED,
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    // A stop for what hangs; busy machines are slow.
    testTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
}))
