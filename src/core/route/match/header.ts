import type { HeaderMatch } from '../../envoy/index.ts'
import { headerValue } from '../request-view.ts'
import type { RequestView } from '../request-view.ts'
import type { Matcher, Verdict } from './matcher.ts'
import { compileValue, quoted } from './value.ts'

/** Routes see a request id in every request: one that brings none is given one first. Envoy, mutateRequestHeaders. */
function matchedValue(view: RequestView, name: string): string | undefined {
  return headerValue(view, name) ?? (name === 'x-request-id' ? MADE_UP_ID : undefined)
}

const MADE_UP_ID = '7f8c1d2e-3a4b-4c5d-8e6f-90a1b2c3d4e5'

const PSEUDO: Readonly<Record<string, string>> = {
  ':method': 'method',
  ':authority': 'host',
  ':scheme': 'scheme',
  ':path': 'path',
}

/**
 * Compares one header. An absent one fails a value test, inverted or not, unless it counts as empty.
 * Envoy, header_utility.cc, HeaderData::matchesHeaders [B26]-[B29].
 */
export function compileHeader(header: HeaderMatch): Matcher {
  const { name, invert, match } = header
  const value = compileValue(match)
  const words = PSEUDO[name] ?? `header ${name}`
  const presence = match.kind === 'present'
  const absentPasses = presence ? invert : header.treatMissingAsEmpty && value.test('') !== invert
  const absent: Verdict = {
    matched: absentPasses,
    because: () => (absentPasses ? `${words} is absent` : `${words} is absent, ${value.wanted} wanted`),
  }
  const fits: Verdict = {
    matched: !invert,
    because: view => {
      const found = matchedValue(view, name) ?? ''
      if (!invert) return words + value.fits(found)
      return presence ? `${words} is present, none wanted` : `${words} is ${quoted(found)}, ${value.wanted} is left out`
    },
  }
  const differs: Verdict = {
    matched: invert,
    because: view => {
      const found = quoted(matchedValue(view, name) ?? '')
      return invert ? `${words} is ${found}, not ${value.wanted}` : `${words} is ${found}, ${value.wanted} wanted`
    },
  }
  return {
    test: view => {
      const found = matchedValue(view, name)
      if (found === undefined) return absent
      return value.test(found) ? fits : differs
    },
  }
}
