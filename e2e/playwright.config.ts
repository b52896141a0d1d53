import { defineConfig } from '@playwright/test'
import type { Browser } from './find-browser.ts'
import { LAUNCH_ARGS, environment, findBrowser } from './find-browser.ts'

// The workers read this file too: they get what the first process found.
process.env['E2E_BROWSER'] ??= JSON.stringify(await findBrowser())
const browser = JSON.parse(process.env['E2E_BROWSER']) as Browser
const port = process.env['E2E_PORT'] ?? '4183'
const url = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  retries: 0,
  // Stops for what never comes; busy machines are slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  metadata: { browser: browser.from },
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'retain-on-failure',
    launchOptions: { executablePath: browser.executablePath, env: environment(browser), args: LAUNCH_ARGS },
  },
  webServer: {
    // Only this build has the test API; the product in dist stays as it is shipped.
    command: `npx vite build --mode e2e && npx vite preview --mode e2e --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url,
    reuseExistingServer: false,
    timeout: 120_000,
  },
})
