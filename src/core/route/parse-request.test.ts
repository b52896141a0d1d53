import { expect, test } from 'vitest'
import { parseRequest } from './parse-request.ts'

test('the port stands in Host unless it is the scheme’s own; the fragment stays at home', () => {
  expect(parseRequest({ url: 'http://Reviews:9080/a/../b?x=1#top' })).toEqual({
    method: 'GET',
    scheme: 'http',
    dialHost: 'reviews',
    dialPort: 9080,
    authority: 'Reviews:9080',
    path: '/a/../b?x=1',
    headers: new Map(),
  })
  expect(parseRequest({ url: 'http://reviews' })).toMatchObject({ authority: 'reviews', dialPort: 80, path: '/' })
  expect(parseRequest({ url: 'http://reviews:80?q' })).toMatchObject({ authority: 'reviews', path: '/?q' })
  expect(parseRequest({ url: 'https://reviews/' })).toMatchObject({ dialPort: 443 })
})

test('a host header takes the place of the URL’s host in the request, not in what is dialled', () => {
  const parsed = parseRequest({ url: 'http://reviews:9080/', headers: { Host: 'shop.example.com', 'X-A': ' 1 ' } })
  expect(parsed).toMatchObject({ authority: 'shop.example.com', dialHost: 'reviews', headers: new Map([['x-a', '1']]) })
})

test.each([
  [{ url: 'reviews' }, 'reviews is not a URL: write http://host:port/path'],
  [{ url: 'ftp://reviews/' }, 'ftp is not a scheme that a sidecar routes: use http'],
  [{ url: 'http://reviews:70000/' }, '70000 is not a port: ports are 1 to 65535'],
  [{ url: 'http://reviews/', method: 'G E T' }, 'G E T is not an HTTP method'],
  [{ url: 'http://reviews/', headers: { 'a b': '1' } }, 'a b is not a header name'],
  [{ url: 'http://reviews/', headers: { a: '1\r\nb: 2' } }, 'the value of header a has a line break in it'],
])('%j is refused', (input, error) => {
  expect(parseRequest(input)).toEqual({ error })
})
