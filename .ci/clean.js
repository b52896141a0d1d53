// Last run's reports must not be counted as this run's.
import { rmSync } from 'node:fs'

rmSync('test-results', { recursive: true, force: true })
