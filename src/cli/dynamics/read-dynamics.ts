import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '../conform/read-corpus.ts'
import { readTimedCases } from './read-cases.ts'
import type { Recording } from './recording.ts'
import type { TimedCase } from './timed-case.ts'

export interface Dynamics {
  readonly cases: readonly TimedCase[]
  readonly recordings: Readonly<Record<string, Recording>>
}

/** `cases.yaml` and `expected.json` of a folder, gzipped or not. */
export function readDynamics(folder: string): Dynamics {
  const read = (name: string) => {
    const found = [name, `${name}.gz`].find(file => readdirSync(folder).includes(file))
    if (found === undefined) throw new Error(`${folder} has no ${name}`)
    return readText(join(folder, found))
  }
  const { cases } = JSON.parse(read('expected.json'), withoutPorts) as { readonly cases: Dynamics['recordings'] }
  return { cases: readTimedCases(read('cases.yaml')), recordings: cases }
}

/** Of a cookie that was set its text; the two ends of the connection beside it are never the same again. */
function withoutPorts(key: string, value: unknown): unknown {
  return key === 'setCookie'
    ? (value as readonly unknown[]).map(line => (Array.isArray(line) ? (line as unknown[]).at(-1) : line))
    : value
}
