const CHUNK = 8_192

export function toBase64url(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Undefined where it is none. */
export function fromBase64url(code: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(code) || code.length % 4 === 1) return undefined
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, char => char.charCodeAt(0))
}
