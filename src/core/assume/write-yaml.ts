import type { Labels } from '../resources/index.ts'

const PLAIN = /^[a-z][a-z0-9./-]*$/
const NOT_TEXT = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n'])

interface Named {
  readonly name: string
  readonly namespace: string
}

/** YAML of a Service with HTTP ports. */
export function writeService(of: Named, selector: Labels, ports: readonly number[]): string {
  return [
    'apiVersion: v1',
    'kind: Service',
    ...metadata(of),
    'spec:',
    '  selector:',
    ...pairs(selector, '    '),
    '  ports:',
    ...ports.flatMap((port, i) => [`  - name: ${i === 0 ? 'http' : `http-${port}`}`, `    port: ${port}`]),
    '',
  ].join('\n')
}

/** YAML of a Deployment whose pods carry `labels`. */
export function writeDeployment(of: Named, labels: Labels, replicas: number): string {
  return [
    'apiVersion: apps/v1',
    'kind: Deployment',
    ...metadata(of),
    'spec:',
    `  replicas: ${replicas}`,
    '  selector:',
    '    matchLabels:',
    ...pairs(labels, '      '),
    '  template:',
    '    metadata:',
    '      labels:',
    ...pairs(labels, '        '),
    '    spec:',
    '      containers:',
    '      - name: app',
    `        image: ${scalar(of.name)}`,
    '',
  ].join('\n')
}

function metadata({ name, namespace }: Named): readonly string[] {
  const place = namespace === 'default' ? [] : [`  namespace: ${scalar(namespace)}`]
  return ['metadata:', `  name: ${scalar(name)}`, ...place]
}

const pairs = (labels: Labels, indent: string): readonly string[] =>
  Object.entries(labels).map(([key, value]) => `${indent}${scalar(key)}: ${scalar(value)}`)

/** A text as YAML reads it back: in quotes where it needs them. */
export const scalar = (text: string): string => (PLAIN.test(text) && !NOT_TEXT.has(text) ? text : JSON.stringify(text))
