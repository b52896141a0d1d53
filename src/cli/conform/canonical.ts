import type { HeaderLines } from './corpus.ts'

/** Compared by form only: the value differs from run to run. */
const FORM_ONLY = new Set(['set-cookie', 'x-forwarded-client-cert', 'x-forwarded-for'])

/** Headers and requests in one form, so that equal ones are equal text. */
export const canonical = {
  headers: (lines: HeaderLines): HeaderLines =>
    lines.map(([name, value]) => [name, FORM_ONLY.has(name) ? '…' : value] as const),
  request: ({ path, headers }: { readonly path: string; readonly headers: HeaderLines }) => ({
    path,
    headers: canonical.headers(headers),
  }),
}
