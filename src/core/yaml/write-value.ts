import { resolvePlain } from './plain-scalar.ts'

/** A value to be written into a text. */
export type NewValue = string | number | boolean | readonly NewValue[] | { readonly [key: string]: NewValue }

const isList = (value: NewValue): value is readonly NewValue[] => Array.isArray(value)

/** On one line, lists and maps in brackets. */
export function writeFlow(value: NewValue, isJson = false): string {
  if (typeof value === 'string') return isJson ? JSON.stringify(value) : writeText(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(item => writeFlow(item, isJson)).join(', ')}]`
  const entries = Object.entries(value).map(([key, each]) => `${writeFlow(key, isJson)}: ${writeFlow(each, isJson)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** `key: value` in lines, without an indentation of its own; what is inside is two spaces deeper, items of a list are not. */
export function writeEntry(key: string, value: NewValue): readonly string[] {
  const name = writeText(key)
  if (typeof value !== 'object' || Object.keys(value).length === 0) return [`${name}: ${writeFlow(value)}`]
  if (isList(value)) return [`${name}:`, ...value.flatMap(writeItem)]
  return [
    `${name}:`,
    ...Object.entries(value)
      .flatMap(([inner, each]) => writeEntry(inner, each))
      .map(deeper),
  ]
}

/** `- item` in lines. */
export function writeItem(value: NewValue): readonly string[] {
  if (typeof value !== 'object' || isList(value)) return [`- ${writeFlow(value)}`]
  const lines = Object.entries(value).flatMap(([key, each]) => writeEntry(key, each))
  return lines.map((line, i) => (i === 0 ? `- ${line}` : deeper(line)))
}

const deeper = (line: string): string => `  ${line}`

/** A text without quotes where it stays one. */
export function writeText(value: string): string {
  const isPlain = /^([A-Za-z_/.][\w./-]*|\d[\d.]*(%|ms|s|m|h))$/.test(value) && resolvePlain(value) === value
  return isPlain ? value : JSON.stringify(value)
}
