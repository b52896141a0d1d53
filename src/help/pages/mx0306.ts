import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0306',
  title: 'An address that cannot be called',
  topic: 'scenario',
  what: 'The url of a client is none that an application could call.',
  why: 'The client’s application makes an HTTP request to a host and port; the mesh begins behind that. https is not understood here: the sidecar would see TLS and no request.',
  shows: 'The client sends nothing.',
  check: [],
  example: `${EVENING}
   - from: shop
-    url: reviews/
+    url: http://reviews:9080/
`,
}
