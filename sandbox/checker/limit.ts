// Looks limits up in the table by the name that a refusal carries.
import { BLOCK_KIT_LIMITS, FURTHER_LIMITS } from './limit-table.ts'

/** A limit's value and the name of its rule. */
export interface Limit {
  rule: string
  value: number
}

export type LimitKey =
  | 'min_length'
  | 'max_length'
  | 'min_items'
  | 'max_items'
  | 'min'
  | 'max'
  | 'exclusive_min'

function find(name: string): Limit | undefined {
  const value = BLOCK_KIT_LIMITS[name] ?? FURTHER_LIMITS[name]
  return value === undefined ? undefined : { rule: name, value }
}

/** The limit called `name`; throws when the table has none. */
export function limitNamed(name: string): Limit {
  const limit = find(name)
  if (!limit) throw new Error(`No limit is called ${name}.`)
  return limit
}

/** The limits that the table has for `name` among `keys`; throws when it has none of them. */
export function limitsOf(name: string, keys: readonly LimitKey[]): Partial<Record<LimitKey, Limit>> {
  const found: Partial<Record<LimitKey, Limit>> = {}
  for (const key of keys) {
    const limit = find(`${name}.${key}`)
    if (limit) found[key] = limit
  }
  if (Object.keys(found).length === 0) throw new Error(`No limit of ${name} is one of ${keys.join(', ')}.`)
  return found
}
