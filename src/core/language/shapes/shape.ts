/**
 * Common shapes as YAML. `<name:default>` is a place to fill in, `<name>` the same once more. A part belongs into a rule or a
 * traffic policy; `key` is the field that it brings.
 */
export interface Shape {
  readonly name: string
  readonly says: string
  readonly body: string
}

export interface Part extends Shape {
  readonly key: string
}
