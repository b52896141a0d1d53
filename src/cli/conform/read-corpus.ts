import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseDuration } from '../../core/base/duration.ts'
import { createYamlParser } from '../../core/yaml/index.ts'
import { fieldsOf, itemsOf, textOf, toPlain } from '../plain-value.ts'
import type { Plain } from '../plain-value.ts'
import type { Case, CaseRequest, ExpectedCase, Family, PodBehaviour } from './corpus.ts'

/** Reads one file of cases with its expectations, or two directories paired by file name. Plain or gzipped. */
export function readFamilies(cases: string, expected: string): readonly Family[] {
  if (!statSync(cases).isDirectory()) return [readFamily(cases, fileBeside(expected, familyName(cases)))]
  return readdirSync(cases)
    .filter(file => /\.ya?ml(?:\.gz)?$/.test(file))
    .sort()
    .map(file => readFamily(join(cases, file), fileBeside(expected, familyName(file))))
}

export function readText(file: string): string {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

function familyName(file: string): string {
  const name = basename(file, '.gz')
  return basename(name, extname(name))
}

function fileBeside(path: string, name: string): string {
  if (!statSync(path).isDirectory()) return path
  const found = [`${name}.json`, `${name}.json.gz`].find(file => readdirSync(path).includes(file))
  if (found === undefined) throw new Error(`${path} has no ${name}.json for the cases of that name`)
  return join(path, found)
}

function readFamily(casesFile: string, expectedFile: string): Family {
  const { documents } = createYamlParser().parse(readText(casesFile))
  const cases = documents.flatMap(document => {
    const problem = document.diagnostics.find(({ severity }) => severity === 'error')
    if (problem) throw new Error(`${casesFile}: ${problem.title}`)
    return document.root ? [toCase(toPlain(document.root))] : []
  })
  const expected = JSON.parse(readText(expectedFile)) as Readonly<Record<string, ExpectedCase>>
  return { name: familyName(casesFile), cases, expected }
}

function toCase(value: Plain): Case {
  const { name, config, pods, requests } = fieldsOf(value)
  return {
    name: textOf(name) ?? '',
    config: textOf(config) ?? '',
    pods: Object.fromEntries(Object.entries(fieldsOf(pods)).map(([workload, pod]) => [workload, toPod(pod)])),
    requests: itemsOf(requests).map(toRequest),
  }
}

function toPod(value: Plain | undefined): PodBehaviour {
  const { latency, answer } = fieldsOf(value)
  return { latencyMs: parseDuration(textOf(latency) ?? '0') ?? 0, answer: textOf(answer) }
}

function toRequest(value: Plain): CaseRequest {
  const { id, from, gateway, url, method, headers, count } = fieldsOf(value)
  return {
    id: textOf(id) ?? '',
    from: textOf(from),
    gateway: textOf(gateway),
    url: textOf(url) ?? '',
    method: textOf(method) ?? 'GET',
    headers: Object.fromEntries(Object.entries(fieldsOf(headers)).map(([key, header]) => [key, textOf(header) ?? ''])),
    count: Number(textOf(count) ?? 1),
  }
}
