import { CLUSTER, V1, rule } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'labels no pod has',
    text: CLUSTER + rule(`${V1}  - name: v2\n    labels: { version: "2" }\n`),
    says: ['IST0173 Labels of subset v2 select no pod'],
    at: 'labels: { version: "2" }',
    fix: 'Select version v2',
  },
])
