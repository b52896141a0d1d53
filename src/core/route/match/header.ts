import type { HeaderMatch } from '../../envoy/index.ts'
import { headerValue } from '../request-view.ts'
import type { Matcher, Verdict } from './matcher.ts'
import { compileValue, quoted } from './value.ts'

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
      const found = headerValue(view, name) ?? ''
      if (!invert) return words + value.fits(found)
      return presence ? `${words} is present, none wanted` : `${words} is ${quoted(found)}, ${value.wanted} is left out`
    },
  }
  const differs: Verdict = {
    matched: invert,
    because: view => {
      const found = quoted(headerValue(view, name) ?? '')
      return invert ? `${words} is ${found}, not ${value.wanted}` : `${words} is ${found}, ${value.wanted} wanted`
    },
  }
  return {
    test: view => {
      const found = headerValue(view, name)
      if (found === undefined) return absent
      return value.test(found) ? fits : differs
    },
  }
}
