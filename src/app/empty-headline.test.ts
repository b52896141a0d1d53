import { describe, expect, it } from 'vitest'
import { emptyHeadline } from './empty-headline.ts'

describe('emptyHeadline', () => {
  it.each([
    ['nothing', '', /^Paste/],
    ['blank lines', '\n  \n', /^Paste/],
    ['a comment', '# nothing yet\n---\n', /^Paste/],
    ['a policy alone', 'kind: PeerAuthentication\n', /^Add the Services/],
    ['a policy below a comment', '---\n# mTLS\nkind: PeerAuthentication\n', /^Add the Services/],
  ])('%s', (_name, text, detail) => {
    expect(emptyHeadline(text, []).title).toContain('No traffic yet')
    expect(emptyHeadline(text, []).detail).toMatch(detail)
  })

  it('says of what is absent that it is', () => {
    const absent = { code: 'MX0202', title: 'Not part of the picture: EnvoyFilter lua' }
    expect(emptyHeadline('kind: EnvoyFilter', [absent]).detail).toMatch(
      /^Not part of the picture: EnvoyFilter lua\. Add/,
    )
  })
})
