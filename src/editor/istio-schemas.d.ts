/** Made by the build from the typings of Istio's custom resources: see `.config/istio-schemas.ts`. */
declare module '*?istio-schemas' {
  import type { JSONSchema } from 'monaco-yaml'
  export const schema: JSONSchema
}
