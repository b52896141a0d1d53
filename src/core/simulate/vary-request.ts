import type { HttpRequest } from '../route/index.ts'
import type { Client, RequestClass } from './traffic.ts'

/** The request of a class that a client sends as its n-th, from 0. */
export function requestOf(requestClass: RequestClass, index: number, connection?: string): HttpRequest {
  const request = varied(requestClass, index)
  return connection === undefined ? request : { ...request, connection }
}

/** Both ends of the connection over which one of a client's callers sends. */
export const connectionOf = ({ id }: Client, caller: number | undefined): string | undefined =>
  caller === undefined ? undefined : `${id}#${String(caller)}`

function varied({ request, vary }: RequestClass, index: number): HttpRequest {
  const value = vary?.values[index % vary.values.length]
  if (!vary || value === undefined) return request
  switch (vary.in) {
    case 'header':
      return { ...request, headers: new Map([...request.headers, [vary.name.toLowerCase(), value]]) }
    case 'cookie': {
      const others = request.headers.get('cookie')
      const cookie = `${others === undefined ? '' : `${others}; `}${vary.name}=${value}`
      return { ...request, headers: new Map([...request.headers, ['cookie', cookie]]) }
    }
    case 'query':
      return { ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}${vary.name}=${value}` }
    case 'source':
      return { ...request, sourceAddress: value }
  }
}
