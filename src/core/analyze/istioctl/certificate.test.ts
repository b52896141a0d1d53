import { expect, test } from 'vitest'
import { readCertificate } from './certificate.ts'

const field = (tag: number, ...parts: readonly (string | readonly number[])[]): readonly number[] => {
  const bytes = parts.flatMap(part => (typeof part === 'string' ? [...Buffer.from(part)] : [...part]))
  const length = bytes.length < 128 ? [bytes.length] : [0x81, bytes.length]
  return [tag, ...length, ...bytes]
}
const toPem = (bytes: readonly number[]): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString('base64')}\n-----END CERTIFICATE-----\n`
const certificate = (from: readonly number[], to: readonly number[]): string => {
  const nothing = field(0x30, 'x'.repeat(40))
  const body = field(0x30, field(0xa0, field(2, [2])), field(2, [1]), nothing, nothing, field(0x30, from, to), nothing)
  return toPem(field(0x30, body, nothing))
}

test.each([
  ['210228235959Z', 0x17, Date.UTC(2021, 1, 28, 23, 59, 59)],
  ['240229000000Z', 0x17, Date.UTC(2024, 1, 29)],
  ['991231120000Z', 0x17, Date.UTC(1999, 11, 31, 12)],
  ['20500301010203Z', 0x18, Date.UTC(2050, 2, 1, 1, 2, 3)],
] as const)('reads the date %s', (text, tag, expected) => {
  const dates = readCertificate(certificate(field(0x17, '200101000000Z'), field(tag, text)))
  expect(dates).toEqual({ fromMs: Date.UTC(2020, 0, 1), toMs: expected })
})

test('what is no certificate has no dates', () => {
  expect(readCertificate('not a certificate')).toBeUndefined()
  expect(readCertificate(toPem([1, 2, 3]))).toBeUndefined()
  expect(readCertificate(toPem(field(0x30, field(0x30))))).toBeUndefined()
})
