import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0150',
  title: 'An alias with a port called tcp',
  topic: 'services',
  what: 'A Service of type ExternalName has a port named tcp, or a name that begins with no protocol.',
  why: 'An external name has no listener of its own, and a TCP connection carries no host name by which a proxy could tell what it is for.',
  shows: 'If another Service has opened the port for TCP, connections to the alias may be taken for that Service.',
  check: [
    { run: "kubectl get service db -o jsonpath='{.spec.ports}'", prints: 'A port named tcp.' },
    { run: 'istioctl proxy-config listener deploy/reviews --port 5432', prints: 'Who takes connections to that port.' },
  ],
  toolSays: 'A name such as tcp-db is taken without a word, although it means the same protocol.',
  example: `${REVIEWS}
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: db
 spec:
   type: ExternalName
   externalName: db.example.com
   ports:
-  - { name: tcp, port: 5432 }
+  - { name: tcp-db, port: 5432 }
`,
}
