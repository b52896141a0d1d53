import { SCENARIO_CASES } from '../testing/scenario-cases.ts'
import { CLUSTER, scenario } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([...SCENARIO_CASES.map(({ spec, ...rest }) => ({ ...rest, text: CLUSTER + scenario(spec) }))])
