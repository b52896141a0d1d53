import { expect, test } from 'vitest'
import { machineFields } from './machine-fields.ts'

test('what the cluster writes for itself, as kubectl prints it', () => {
  const text = `items:
- apiVersion: v1
  metadata:
    annotations:
      kubectl.kubernetes.io/last-applied-configuration: |
        {"managedFields":[]}
      team: a
    managedFields:
    - apiVersion: v1
---
metadata: {managedFields: []}
managedFieldsOf:
`
  expect(machineFields(text.split('\n'))).toEqual([5, 8])
})
