/** One request as the application in the pod sends it. */
export interface HttpRequest {
  readonly method: string
  readonly scheme: string
  /** What the application resolves and dials: the URL's host and port. */
  readonly dialHost: string
  readonly dialPort: number
  /** The Host header as sent, port included if the URL has one that is not the scheme's own. */
  readonly authority: string
  /** As sent, with query, without fragment. */
  readonly path: string
  /** Lower-case names, in the order given; no pseudo-headers, no host. Lines of one name joined by a comma. */
  readonly headers: ReadonlyMap<string, string>
  /** Both ends of the caller's connection to its proxy, where several requests share one. */
  readonly connection?: string
  /** From outside: the address that a gateway sees; absent: an address that is made up. */
  readonly clientAddress?: string
  /** The caller's address, where it is another one than its pod's. */
  readonly sourceAddress?: string
  /** It has arrived at a gateway from outside, which sees it with these headers. */
  readonly atGateway?: boolean
}
