export type { ParsedText, YamlDocument } from './document.ts'
export type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts'
