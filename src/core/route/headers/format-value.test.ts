import { expect, test } from 'vitest'
import { createRouter, createSeededChance, receivedRequest, responseHeaders } from '../index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from '../testing/build-config.ts'

const V1 = cluster(clusterName('v1'), [endpoint('reviews-v1-0', '10.1.0.1')])
const INPUT = { url: 'http://reviews:9080/p?q=1', headers: { 'x-long': 'abcdef' } }
const set = (value: string) => ({
  remove: [],
  add: [{ name: 'x-v', value, append: 'OVERWRITE_IF_EXISTS_OR_ADD' } as const],
})

function bothWays(value: string): readonly (string | undefined)[] {
  const one = route({
    name: 'named',
    action: forwardTo([leg(V1.name)], { prefixRewrite: '/w', hostRewrite: 'a.b' }),
    requestHeaders: set(value),
    responseHeaders: set(value),
  })
  const sent = request(INPUT)
  const decision = createRouter(sidecar([one], [V1])).decide(sent, createSeededChance(1))
  const valueIn = (lines: readonly (readonly [string, string])[]) => lines.find(([name]) => name === 'x-v')?.[1]
  return [valueIn(receivedRequest(decision, sent).headers), valueIn(responseHeaders(decision, sent))]
}

test.each([
  ['50%%', '50%', '50%'],
  ['%REQ(:METHOD)%', 'GET', 'GET'],
  ['%REQ(x-none?x-long)%', 'abcdef', 'abcdef'],
  ['%REQ(x-long):3%', 'abc', 'abc'],
  ['a%REQ(x-none)%b', 'ab', 'ab'],
  ['%REQ(x-none)%', undefined, undefined],
  ['%QUERY_PARAM(q)%', '1', '1'],
  ['%ROUTE_NAME%', 'named', 'named'],
  ['%UPSTREAM_CLUSTER%', `${V1.name};`, `${V1.name};`],
  ['%DOWNSTREAM_LOCAL_PORT%', '9080', '9080'],
  ['%RESPONSE_CODE%', '0', '200'],
  ['%RESPONSE_CODE_DETAILS%', undefined, 'via_upstream'],
  ['%UPSTREAM_HOST%', undefined, '10.1.0.1:9080'],
  ['%REQ(:path)% %REQ(:authority)%', '/p?q=1 reviews:9080', '/wp?q=1 a.b'],
  ['%START_TIME(%Y)%', undefined, undefined],
])('%s is %s on the way there and %s on the way back', (value, there, back) => {
  expect(bothWays(value)).toEqual([there, back])
})

test('where Envoy answers itself before it sends, the request is as it came and the code is 0', () => {
  const one = route({
    action: forwardTo([leg(clusterName('gone'))], { prefixRewrite: '/w' }),
    responseHeaders: set('%RESPONSE_CODE% %RESPONSE_CODE_DETAILS% %REQ(:path)% %RESP(:status)%'),
  })
  const { localReply } = createRouter(sidecar([one], [V1])).decide(request(INPUT), createSeededChance(1))
  expect(localReply?.headers[0]).toEqual(['x-v', '0 cluster_not_found /p?q=1 503'])
})
