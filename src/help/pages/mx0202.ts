import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0202',
  title: 'Missing from the picture',
  topic: 'picture',
  what: 'The text uses something that a real mesh acts on and the picture leaves out.',
  why: 'Meshscope says at the line what it does not model, rather than show something else. The ledger of fidelity lists all of it.',
  shows: 'Nothing is wrong in the cluster. What you see there may differ from the picture in this point.',
  check: [
    { run: 'istioctl proxy-config listener deploy/reviews -o json', prints: 'What Envoy was told, tweak included.' },
  ],
  example: `${REVIEWS}
----
-apiVersion: networking.istio.io/v1alpha3
-kind: EnvoyFilter
-metadata:
-  name: tweak
-spec:
-  configPatches: []
`,
}
