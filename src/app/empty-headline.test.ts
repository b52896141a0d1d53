import { describe, expect, it } from 'vitest'
import { emptyHeadline } from './empty-headline.ts'

describe('emptyHeadline', () => {
  it.each([
    ['nothing', '', /^Paste/],
    ['blank lines', '\n  \n', /^Paste/],
    ['a comment', '# nothing yet\n---\n', /^Paste/],
    ['a policy alone', 'kind: PeerAuthentication\n', /^Add the Service/],
    ['a policy below a comment', '---\n# mTLS\nkind: PeerAuthentication\n', /^Add the Service/],
  ])('%s', (_name, text, detail) => {
    expect(emptyHeadline(text).title).toContain('No traffic yet')
    expect(emptyHeadline(text).detail).toMatch(detail)
  })
})
