import type { Statement } from '../../core/base/diagnostic.ts'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Reader } from '../../core/resources/index.ts'
import { createYamlParser } from '../../core/yaml/index.ts'
import { readText } from '../conform/read-corpus.ts'
import { namesIn } from './names.ts'

/** A message of the recorded tool. */
export interface RecordedMessage {
  readonly code: string
  readonly level: Statement['level']
  readonly origin: string
  readonly line?: number
  readonly from?: string
  /** Words of the tool's text that are values of the config. */
  readonly names: readonly string[]
}

export interface DiagnosticsCase {
  readonly name: string
  readonly config: string
  readonly messages: readonly RecordedMessage[]
}

export interface DiagnosticsFamily {
  readonly name: string
  readonly cases: readonly DiagnosticsCase[]
}

type Written = Omit<RecordedMessage, 'names'> & { readonly message?: string; readonly names?: readonly string[] }

/** Reads `cases/FAMILY.yaml` with `expected/FAMILY.json` of a folder; either may be gzipped. */
export function readDiagnostics(folder: string): readonly DiagnosticsFamily[] {
  const expected = readdirSync(join(folder, 'expected'))
  return readdirSync(join(folder, 'cases'))
    .filter(file => /\.ya?ml(\.gz)?$/.test(file))
    .sort()
    .map(file => {
      const name = basename(file).replace(/\.ya?ml(\.gz)?$/, '')
      const answers = expected.find(each => each === `${name}.json` || each === `${name}.json.gz`)
      if (answers === undefined) throw new Error(`${folder} has no expected/${name}.json`)
      const messages = JSON.parse(readText(join(folder, 'expected', answers))) as Readonly<
        Record<string, readonly Written[]>
      >
      return { name, cases: readCases(readText(join(folder, 'cases', file)), messages) }
    })
}

function readCases(text: string, messages: Readonly<Record<string, readonly Written[]>>): readonly DiagnosticsCase[] {
  return createYamlParser()
    .parse(text)
    .documents.flatMap(({ root }) => {
      const fields = new Reader(root)
      const name = fields.string('name')
      if (name === undefined) return []
      const config = fields.string('config') ?? ''
      const recorded = messages[name]
      if (!recorded) throw new Error(`${name} is not recorded`)
      return { name, config, messages: recorded.map(each => toRecorded(each, config)) }
    })
}

function toRecorded({ message, names, ...rest }: Written, config: string): RecordedMessage {
  return { ...rest, names: names ?? (rest.code === 'UNREADABLE' ? [] : namesIn(message ?? '', config)) }
}
