import type { Decoded, Resource } from '../resources/index.ts'

/** What a cluster has of the texts that were applied to it one after the other, by group, kind and name. */
export type Stored = ReadonlyMap<string, Decoded>

/** A cluster to which nothing was applied yet. */
export const NOTHING_STORED: Stored = new Map()

/**
 * The version that the cluster goes on with, for each resource of the text that it refuses and had before ([H2]). Where
 * another document of the text brings it in, it has that one.
 */
export function keep(
  decoded: readonly Decoded[],
  refused: ReadonlyMap<Resource, unknown>,
  before: Stored,
): ReadonlyMap<Resource, Decoded> {
  if (before.size === 0) return new Map()
  const taken = new Set(decoded.flatMap(({ resource }) => (refused.has(resource) ? [] : keyOf(resource))))
  return new Map(
    decoded.flatMap(({ resource }) => {
      const earlier = refused.has(resource) && !taken.has(keyOf(resource)) && before.get(keyOf(resource))
      return earlier ? [[resource, earlier] as const] : []
    }),
  )
}

/** What the cluster has afterwards: what a text no longer holds is deleted. */
export function store(
  decoded: readonly Decoded[],
  refused: ReadonlyMap<Resource, unknown>,
  kept: ReadonlyMap<Resource, Decoded>,
): Stored {
  return new Map(
    decoded.flatMap(entry => {
      const { resource } = entry
      const standing = refused.has(resource) ? kept.get(resource) : entry
      return standing ? [[keyOf(resource), standing] as const] : []
    }),
  )
}

/** Without the version: two of one group are the same resource. */
const keyOf = ({ apiVersion, key }: Resource): string => `${/^.*(?=\/)/.exec(apiVersion)?.[0] ?? ''} ${key}`
