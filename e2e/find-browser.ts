import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

export interface Browser {
  /** Where it came from, for the report. */
  readonly from: string
  readonly executablePath: string
  /** What the browser needs in its environment on top of ours. */
  readonly env: Readonly<Record<string, string>>
}

type Way = (from: string) => Promise<Browser | undefined>

const LINUX_X64 = process.platform === 'linux' && process.arch === 'x64'
const AS_ROOT = process.getuid?.() === 0
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

export const LAUNCH_ARGS = [
  ...(AS_ROOT ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * The first browser, in this order, that really opens a page: the one named by E2E_CHROMIUM; on Linux x64 the one from npm, so that
 * every machine runs the same version; Playwright's own; the machine's; then the two that have to be fetched.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['E2E_CHROMIUM']
  if (named !== undefined) {
    const browser = await works({ from: 'E2E_CHROMIUM', executablePath: named, env: {} })
    if (!browser) throw new Error(`E2E_CHROMIUM=${named} does not start.`)
    return browser
  }
  const ways: readonly (readonly [from: string, way: Way])[] = [
    ['npm', fromNpm],
    ['Playwright', fromPlaywright],
    ['this machine', fromMachine],
    ['playwright install', installByPlaywright],
    ['apt-get install', installByApt],
  ]
  for (const [from, way] of ways) {
    const browser = await way(from)
    if (browser) return browser
    console.error(`No Chromium from ${from}.`)
  }
  throw new Error('No Chromium starts here. Set E2E_CHROMIUM=/path/to/chromium or run: npx playwright install chromium')
}

/** A file that is there may still lack its libraries, so only an opened page counts. */
async function works(browser: Browser): Promise<Browser | undefined> {
  try {
    const started = await chromium.launch({
      executablePath: browser.executablePath,
      env: environment(browser),
      args: LAUNCH_ARGS,
      timeout: 20_000,
    })
    try {
      const page = await started.newPage()
      await page.setContent('<p>Here</p>')
      return browser
    } finally {
      await started.close()
    }
  } catch {
    return undefined
  }
}

export function environment(browser: Browser): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), ...browser.env }
}

/** The packed Chromium: with this machine's libraries and fonts, else with those packed beside it. */
async function fromNpm(from: string): Promise<Browser | undefined> {
  if (!LINUX_X64) return undefined
  const manifest = resolve('node_modules/@sparticuz/chromium/package.json')
  if (!existsSync(manifest)) return undefined // an optional dependency: npm may have left it out
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }
  const directory = resolve('node_modules/.cache/e2e-browser', version)
  const packed = { LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'), FONTCONFIG_PATH: join(directory, 'fonts') }
  for (const attempt of ['unpacked', 'unpack again']) {
    if (attempt === 'unpack again') rmSync(directory, { recursive: true, force: true })
    const executablePath = await unpack(directory)
    if (executablePath === undefined) continue
    const found =
      (await works({ from, executablePath, env: {} })) ?? (await works({ from, executablePath, env: packed }))
    if (found) return found
  }
  return undefined
}

/**
 * The package unpacks to the temporary directory and trusts whatever lies there, so it gets a directory of its own; it unpacks its
 * libraries only when it believes to run on Lambda. It changes the environment while it does so: put everything back.
 */
async function unpack(directory: string): Promise<string | undefined> {
  mkdirSync(directory, { recursive: true })
  const before = { ...process.env }
  process.env['TMPDIR'] = directory
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: pack } = await import('@sparticuz/chromium')
    return await pack.executablePath()
  } catch (error) {
    console.error(`The Chromium from npm does not unpack: ${String(error)}`)
    return undefined
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
  }
}

const fromPlaywright: Way = async from => {
  const executablePath = chromium.executablePath()
  return isProgram(executablePath) ? works({ from, executablePath, env: {} }) : undefined
}

const fromMachine: Way = async from => {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter(directory => directory !== '')
  const candidates = [...directories.flatMap(directory => NAMES.map(name => join(directory, name))), ...PLACES]
  for (const executablePath of candidates.filter(isProgram)) {
    const found = await works({ from, executablePath, env: {} })
    if (found) return found
  }
  return undefined
}

const installByPlaywright: Way = async from => {
  const cli = resolve('node_modules/@playwright/test/cli.js')
  run(process.execPath, [cli, 'install', 'chromium', '--only-shell'], 300_000)
  return fromPlaywright(from)
}

const installByApt: Way = async from => {
  if (process.platform !== 'linux' || !AS_ROOT) return undefined
  run('sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium'], 600_000)
  return fromMachine(from)
}

function run(command: string, args: readonly string[], timeout: number): void {
  console.error(`No browser yet, trying: ${command} ${args.join(' ')}`)
  spawnSync(command, args, { stdio: 'inherit', timeout })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
